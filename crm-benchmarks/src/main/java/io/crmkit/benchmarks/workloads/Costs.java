package io.crmkit.benchmarks.workloads;

import com.sun.management.ThreadMXBean;
import io.crmkit.testkit.sql.CountingDataSource;
import io.crmkit.testkit.sql.RoundTrips;
import io.crmkit.testkit.sql.SqlCount;
import java.lang.management.ManagementFactory;

/**
 * What one operation costs, as the mean of many.
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
    SqlCount before = source.count();
    long trips = RoundTrips.count();
    repeat(operation, OPERATIONS);
    SqlCount count = source.count().since(before);
    return new Costs(
        count.statements() / (double) OPERATIONS,
        (RoundTrips.count() - trips) / (double) OPERATIONS,
        0);
  }

  /** The same with the bytes that the operation allocates when nobody watches the data source. */
  Costs withBytesOf(Runnable operation) {
    repeat(operation, WARM_UP);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    repeat(operation, OPERATIONS);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    return new Costs(statements, roundTrips, allocated / (double) OPERATIONS);
  }

  private static void repeat(Runnable operation, int times) {
    for (int i = 0; i < times; i++) {
      operation.run();
    }
  }
}
