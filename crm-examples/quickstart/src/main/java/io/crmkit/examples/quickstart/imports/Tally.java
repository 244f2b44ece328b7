package io.crmkit.examples.quickstart.imports;

/** What became of the rows of a file. Not thread-safe. */
public final class Tally {

  private long rows;
  private long added;
  private long changed;
  private long present;

  void read(long count) {
    rows = count;
  }

  void add(long newOnes, long changedOnes, long presentOnes) {
    added += newOnes;
    changed += changedOnes;
    present += presentOnes;
  }

  /** Rows in the file. */
  public long rows() {
    return rows;
  }

  /** Records that are new. */
  public long added() {
    return added;
  }

  /** Records that were there, and are different now. */
  public long changed() {
    return changed;
  }

  /** Records that were there just so. */
  public long present() {
    return present;
  }

  /** Records that are there now. */
  public long taken() {
    return added + changed + present;
  }
}
