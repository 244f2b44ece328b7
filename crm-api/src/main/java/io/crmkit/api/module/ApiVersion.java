package io.crmkit.api.module;

/**
 * The version of what modules are built against. It moves apart from the versions of artifacts: its
 * first number changes when a module has to be changed, its second when something was added. Before
 * 1.0 the second number may bring changes, too.
 */
public final class ApiVersion {

  /**
   * The version of this crm-api. A compile-time constant: a module that names it in {@link
   * ModuleInfo#builtFor} keeps the version that it was compiled against.
   */
  public static final String CURRENT = "0.2";

  private ApiVersion() {}

  /**
   * Whether modules that were built for this version run with {@link #CURRENT}.
   *
   * @param built two numbers with a point between them
   */
  public static boolean runs(String built) {
    int[] wanted = numbers(built);
    int[] given = numbers(CURRENT);
    boolean same = wanted[0] == given[0];
    return same && (given[0] == 0 ? wanted[1] == given[1] : wanted[1] <= given[1]);
  }

  /**
   * @throws IllegalArgumentException if it is no version
   */
  static int[] numbers(String version) {
    if (!version.matches("[0-9]{1,5}\\.[0-9]{1,5}")) {
      throw new IllegalArgumentException(
          "a version of the API is two numbers, such as " + CURRENT + ": '" + version + "'");
    }
    int point = version.indexOf('.');
    return new int[] {
      Integer.parseInt(version.substring(0, point)), Integer.parseInt(version.substring(point + 1))
    };
  }
}
