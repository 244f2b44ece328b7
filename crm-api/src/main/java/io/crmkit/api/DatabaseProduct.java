package io.crmkit.api;

/** The databases that CrmKit runs on. */
public enum DatabaseProduct {
  H2,
  POSTGRESQL,
  MARIADB
}
