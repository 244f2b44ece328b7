package io.crmkit.api.proposal;

/** How far the work on a node has come. */
public enum NodeStatus {
  OPEN,
  IN_PROGRESS,
  DONE
}
