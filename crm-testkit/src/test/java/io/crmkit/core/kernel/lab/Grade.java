package io.crmkit.core.kernel.lab;

public enum Grade {
  FINE,
  FAIR,
  POOR
}
