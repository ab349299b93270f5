import mongoose from 'mongoose';

/** The longest that a read may take in the database (S9). */
const READ_MS = 8000;

mongoose.set('autoCreate', false);
mongoose.set('autoIndex', false);
mongoose.set('strictQuery', 'throw');
mongoose.plugin((schema: mongoose.Schema) => {
  schema.pre(['find', 'findOne', 'countDocuments', 'distinct'], function () {
    if (this.getOptions().maxTimeMS === undefined) void this.maxTimeMS(READ_MS);
  });
  schema.pre('aggregate', function () {
    this.option({ maxTimeMS: READ_MS, ...this.options });
  });
});

/** Mongoose with our settings. Every model is made with this one: settings reach only the models made after them. */
export default mongoose;
