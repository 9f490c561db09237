/* For `node --import`: on SIGUSR2 the process meets an error that no code catches. MDE_UNCAUGHT says which: thrown or rejected. */
process.on('SIGUSR2', () => {
  setImmediate(() => {
    if (process.env['MDE_UNCAUGHT'] === 'rejected') void Promise.reject(new RangeError('rejected\nin two lines'));
    else throw new RangeError('thrown\nin two lines');
  });
});
