// Prints the seq of each change of a stream, and the word reset for a reset, up to the seq that is given.
import { EventSource } from 'eventsource';

const [address, last] = process.argv.slice(2);
const source = new EventSource(address);
// What waits to connect again does not keep a process alive.
const alive = setInterval(() => {}, 60_000);

source.addEventListener('message', (event) => {
  const { seq } = JSON.parse(event.data);
  console.log(seq);
  if (seq >= Number(last)) {
    source.close();
    clearInterval(alive);
  }
});
source.addEventListener('reset', () => console.log('reset'));
