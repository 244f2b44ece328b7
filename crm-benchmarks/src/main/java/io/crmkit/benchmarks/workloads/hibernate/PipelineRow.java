package io.crmkit.benchmarks.workloads.hibernate;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A revision of a pipeline; its definition stays where it is, as nothing here asks for it. */
@Entity
@Immutable
@Table(name = "crm_pipeline")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class PipelineRow {

  @EmbeddedId Key key;
  String code;
  int revision;

  /** For Hibernate. */
  protected PipelineRow() {}
}
