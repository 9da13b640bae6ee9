import { readPlatformCaller } from './platformCaller';

const env = {
  WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_CLIENTIP',
  WX_OPENID: '12345678901234567890123456',
  WX_APPID: 'wx0123456789abcdef',
  WX_CLIENTIP: '203.0.113.7',
  TCB_SOURCE: 'wx_client',
};

it('reads an openid of digits only as it is', () => {
  expect(readPlatformCaller({}, env)).toEqual({
    kind: 'member',
    appid: 'wx0123456789abcdef',
    openid: '12345678901234567890123456',
    address: '203.0.113.7',
  });
});

it('takes only what the platform lists for this call, not what an earlier one left behind', () => {
  expect(readPlatformCaller({}, { ...env, WX_CONTEXT_KEYS: '' })).toEqual({
    kind: 'refused',
    because: 'unknown',
  });
});

it('takes nothing about the person from the event', () => {
  const event = { WX_OPENID: 'somebody', openid: 'somebody', userInfo: { openId: 'somebody' } };
  expect(readPlatformCaller(event, { TCB_SOURCE: 'wx_client' })).toEqual({
    kind: 'refused',
    because: 'unknown',
  });
  expect(readPlatformCaller(event, env)).toMatchObject({ openid: env.WX_OPENID });
});

it.each(['WX_FROM_OPENID', 'WX_FROM_APPID'])('refuses a caller lent by another mini-program (%s)', (name) => {
  const lent = { ...env, [name]: 'x', WX_CONTEXT_KEYS: `${env.WX_CONTEXT_KEYS},${name}` };
  expect(readPlatformCaller({}, lent)).toEqual({ kind: 'refused', because: 'lent' });
});

it('refuses an HTTP event whatever the variables say', () => {
  expect(readPlatformCaller({ httpMethod: 'POST', body: '{}' }, env)).toEqual({
    kind: 'refused',
    because: 'http',
  });
});

it('knows the timer by its source and only without a person', () => {
  expect(readPlatformCaller({ Type: 'Timer' }, { TCB_SOURCE: 'wx_trigger' })).toEqual({ kind: 'timer' });
  expect(readPlatformCaller({ Type: 'Timer' }, { ...env, TCB_SOURCE: 'wx_trigger' })).toMatchObject({
    kind: 'member',
  });
  expect(readPlatformCaller({ Type: 'Timer' }, { TCB_SOURCE: 'wx_client,scf' })).toMatchObject({
    kind: 'refused',
  });
});
