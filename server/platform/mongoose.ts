import { Mongoose, type Schema } from 'mongoose';

/** The longest that a read of the API may take in the database (S9). */
const READ_MS = 8000;

const LONG_MS = 3_600_000;

let readMs = READ_MS;

/** For commands that go through everything with nobody waiting: reads of this process may take an hour. */
export function allowLongReads(): void {
  readMs = LONG_MS;
}

/** A server that hangs fails its commands instead of holding requests for ever. */
export const socketTimeoutMs = (): number => readMs + 37_000;

const mongoose = new Mongoose({ autoCreate: false, autoIndex: false, strictQuery: 'throw' });
mongoose.plugin((schema: Schema) => {
  schema.pre(['find', 'findOne', 'countDocuments', 'distinct'], function () {
    if (this.getOptions().maxTimeMS === undefined) void this.maxTimeMS(readMs);
  });
  schema.pre('aggregate', function () {
    this.option({ maxTimeMS: readMs, ...this.options });
  });
});

/** Mongoose with our settings. Every model is made with this one: settings reach only the models made after them. */
export default mongoose;
