package io.crmkit.examples.quickstart;

/** Entry point of the quickstart. */
public final class Quickstart {

  private Quickstart() {}

  /**
   * Runs the example.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    System.out.println("usage: java -jar quickstart.jar");
  }
}
