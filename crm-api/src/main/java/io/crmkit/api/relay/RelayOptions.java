package io.crmkit.api.relay;

/**
 * How this node does durable work.
 *
 * @param workers how many deliveries and timers are worked on at once in the background, 1 to 64;
 *     each needs a connection of the pool
 * @param retry what happens to work that fails
 * @param parkedHead what a parked delivery does to those behind it; the same on all nodes
 */
public record RelayOptions(int workers, RetryPolicy retry, ParkedHead parkedHead) {

  private static final int MOST_WORKERS = 64;

  /** What a parked delivery does to later ones of the same subscriber and subject. */
  public enum ParkedHead {
    /** They wait until somebody retries or discards it: the order is kept whatever happens. */
    HOLDS_ITS_QUEUE,
    /** They go on without it: a retry of it comes late, after what came behind it. */
    LETS_OTHERS_PASS
  }

  /**
   * @throws IllegalArgumentException if the number of workers is out of its range
   */
  public RelayOptions {
    if (workers < 1 || workers > MOST_WORKERS) {
      throw new IllegalArgumentException("1 to " + MOST_WORKERS + " workers, not " + workers);
    }
  }

  /** Four workers, the standard retries, strict order. */
  public static RelayOptions standard() {
    return new RelayOptions(4, RetryPolicy.standard(), ParkedHead.HOLDS_ITS_QUEUE);
  }

  public RelayOptions workers(int count) {
    return new RelayOptions(count, retry, parkedHead);
  }

  public RelayOptions retry(RetryPolicy policy) {
    return new RelayOptions(workers, policy, parkedHead);
  }

  public RelayOptions parkedHead(ParkedHead rule) {
    return new RelayOptions(workers, retry, rule);
  }
}
