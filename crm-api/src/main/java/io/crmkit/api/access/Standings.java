package io.crmkit.api.access;

import io.crmkit.api.Actor;
import io.crmkit.api.TenantId;

/**
 * Tells where actors stand; the host implements it. Asked in every unit of work, so it must be
 * fast, and thread-safe.
 */
@FunctionalInterface
public interface Standings {

  Standing of(TenantId tenant, Actor actor);
}
