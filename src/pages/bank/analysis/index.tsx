import { ItemAnalysis } from '../../../features/quiz/analysis/ItemAnalysis';
import { DeskScreen } from '../../desk/DeskScreen';

/** 题目分析: what the answers say of the bank's questions. */
export default function DeskAnalysisPage() {
  return (
    <DeskScreen title="题目分析" place="deskBank">
      <ItemAnalysis />
    </DeskScreen>
  );
}
