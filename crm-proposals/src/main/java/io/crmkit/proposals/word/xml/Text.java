package io.crmkit.proposals.word.xml;

/** Character data. Not thread-safe. */
public final class Text implements Node {

  private final String value;

  /** Character data with the value, unescaped. */
  public Text(String value) {
    this.value = value;
  }

  /** The characters, unescaped. */
  public String value() {
    return value;
  }

  @Override
  public Text copy() {
    return new Text(value);
  }
}
