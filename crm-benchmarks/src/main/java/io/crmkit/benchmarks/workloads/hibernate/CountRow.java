package io.crmkit.benchmarks.workloads.hibernate;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The count from which customers get their numbers. */
@Entity
@Table(name = "crm_sequence")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class CountRow {

  @EmbeddedId Key key;
  @Version long version;
  String name;
  long last;

  /** For Hibernate. */
  protected CountRow() {}
}
