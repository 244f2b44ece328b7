package io.crmkit.benchmarks.workloads.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Tenant and id: the key of every table. */
@Embeddable
public record Key(@Column(name = "tenant_id") String tenantId, @Column(name = "id") UUID id) {}
