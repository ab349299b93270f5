/**
 * `npm run demo:calls -- --number +441632960000 [--seconds 120] [--from +447700900123] [--answer yes]`: calls a tracked
 * number of the telephone stand-in of a market that runs, and tells what the caller met. Ends with 1 where the market
 * refuses, with 2 where it does not know what is asked.
 */
import { callWish, HELP, WrongArguments } from './demoCalls/options';

interface Answer {
  fault?: string;
  heard?: string;
  putThroughTo?: string | null;
}

async function place(): Promise<void> {
  const wish = callWish(process.argv.slice(2));
  if (!wish) return console.log(HELP);
  for (let count = 1; count <= wish.count; count++) {
    const response = await fetch(new URL('/stand-in/phone', wish.address), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wish.callAt(count)),
    }).catch(() => {
      throw new WrongArguments(`No market answers at ${wish.address}. Start one by \`npm start\`, or name its --url.`);
    });
    if (response.status === 404) throw new WrongArguments(`The market at ${wish.address} has no telephone stand-in.`);
    const answer = (await response.json()) as Answer;
    if (answer.fault) throw new Error(answer.fault);
    console.log(
      answer.putThroughTo ? `Put through to ${answer.putThroughTo}.` : 'Not put through.',
      answer.heard ? `The caller heard: ${answer.heard}` : '',
    );
  }
}

place().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof WrongArguments ? 2 : 1;
});
