package io.crmkit.api.sales.pipeline;

/** What a stage means for the deal. */
public enum StageCategory {
  /** Still being worked on. */
  OPEN,
  WON,
  LOST
}
