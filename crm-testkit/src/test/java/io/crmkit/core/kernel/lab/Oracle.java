package io.crmkit.core.kernel.lab;

/** A port that the annex calls. */
public interface Oracle {
  String answer(String question);
}
