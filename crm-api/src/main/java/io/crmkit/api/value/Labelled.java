package io.crmkit.api.value;

/** A value that has a word for people, such as a status. */
public interface Labelled {

  /** The word, as it stands within a sentence. */
  Label label();
}
