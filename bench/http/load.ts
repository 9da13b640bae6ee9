import autocannon from 'autocannon';

/** One request as the load generator sends it. */
export interface LoadRequest {
  headers: Record<string, string>;
  body: string;
}

/**
 * Answers per second over `seconds` from ten connections; `next` makes each
 * request. Throws when an answer is not `ok`: refusals are quick and prove nothing.
 */
export async function answersPerSecond(
  url: string,
  seconds: number,
  next: () => LoadRequest,
): Promise<number> {
  let refused = '';
  const result = await autocannon({
    url,
    method: 'POST',
    connections: 10,
    duration: seconds,
    requests: [
      {
        setupRequest: (request) => {
          const { headers, body } = next();
          return { ...request, headers: { ...request.headers, ...headers }, body };
        },
        onResponse: (_status, body) => {
          if (!body.startsWith('{"ok":true')) refused = body.slice(0, 300);
        },
      },
    ],
  });
  if (refused || result.errors > 0)
    throw new Error(`the server refused under load: ${refused || result.errors}`);
  return result.requests.total / result.duration;
}
