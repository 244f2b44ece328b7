package io.crmkit.benchmarks.workloads;

import com.sun.management.ThreadMXBean;
import io.crmkit.testkit.sql.CountingDataSource;
import io.crmkit.testkit.sql.RoundTrips;
import io.crmkit.testkit.sql.SqlCount;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * What one operation costs, as the median of many: a pool that tests a connection after a pause, or
 * opens its second one meanwhile, adds round trips of its own to a few of them.
 *
 * @param statements statements that the database executes, without those that begin and end a
 *     transaction
 * @param roundTrips times that the driver waits for the database
 * @param bytes allocated by the calling thread
 */
record Costs(double statements, double roundTrips, double bytes) {

  private static final int WARM_UP = 40;
  private static final int OPERATIONS = 50;

  /** Statements and round trips, through a watched data source of a counted pool. */
  static Costs onTheWire(Runnable operation, CountingDataSource source) {
    repeat(operation, WARM_UP);
    long[] statements = new long[OPERATIONS];
    long[] roundTrips = new long[OPERATIONS];
    for (int i = 0; i < OPERATIONS; i++) {
      SqlCount before = source.count();
      long trips = RoundTrips.count();
      operation.run();
      statements[i] = source.count().since(before).statements();
      roundTrips[i] = RoundTrips.count() - trips;
    }
    return new Costs(median(statements), median(roundTrips), 0);
  }

  /** The same with the bytes that the operation allocates when nobody watches the data source. */
  Costs withBytesOf(Runnable operation) {
    repeat(operation, WARM_UP);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] bytes = new long[OPERATIONS];
    for (int i = 0; i < OPERATIONS; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      operation.run();
      bytes[i] = threads.getCurrentThreadAllocatedBytes() - before;
    }
    return new Costs(statements, roundTrips, median(bytes));
  }

  private static double median(long[] values) {
    Arrays.sort(values);
    return (values[(OPERATIONS - 1) / 2] + values[OPERATIONS / 2]) / 2.0;
  }

  private static void repeat(Runnable operation, int times) {
    for (int i = 0; i < times; i++) {
      operation.run();
    }
  }
}
