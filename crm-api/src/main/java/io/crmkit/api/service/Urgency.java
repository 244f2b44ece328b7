package io.crmkit.api.service;

/** How fast the damage grows while nothing is done. */
public enum Urgency {
  IMMEDIATE,
  HIGH,
  NORMAL,
  LOW
}
