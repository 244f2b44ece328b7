package io.crmkit.api.service.request;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.api.service.entitlement.EntitlementAnswer;
import io.crmkit.api.service.sla.ClockReading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Service requests. As safe for threads as the session it comes from.
 *
 * <p>Besides what each method says, every command throws {@link io.crmkit.api.error.NotFound} if
 * the request is not there, {@link io.crmkit.api.error.StaleVersion} if it has changed since it was
 * read, {@link io.crmkit.api.error.InvalidInput} if a text is missing or too long, and {@link
 * io.crmkit.api.error.Refused} with all reasons if a rule is against it.
 *
 * <p>A session may say that something happened earlier ({@code session.occurredAt(..)}); the clocks
 * then count so. It cannot have happened before the last thing that is in the log, nor in the
 * future.
 */
@ProvidedBy("io.crmkit:crm-service")
public interface ServiceRequests {

  /**
   * Opens a request. The entitlement check is made, and what covers the request is kept with it; a
   * request that nothing covers is opened all the same.
   */
  ServiceRequest open(OpenRequest command);

  /** Makes somebody responsible; also moves a request from one person to another. */
  ServiceRequest assign(AssignRequest command);

  /** The person responsible begins to work. */
  ServiceRequest start(RequestStep command);

  /**
   * The first qualified answer was given: the response clock stops. Done again, it changes nothing.
   */
  ServiceRequest respond(RequestStep command);

  /** The request waits for something from elsewhere. */
  ServiceRequest pause(PauseRequest command);

  /** The wait is over. */
  ServiceRequest resume(RequestStep command);

  /** A solution was given. Refused while a part of the request is open. */
  ServiceRequest resolve(RequestStep command);

  /** The solution did not hold: the resolution clock goes on. */
  ServiceRequest reopen(RequestStep command);

  /** The customer agreed. */
  ServiceRequest close(RequestStep command);

  /** The request is withdrawn. Refused while a part of the request is open. */
  ServiceRequest cancel(RequestStep command);

  /**
   * Judges anew how much the request matters; the clocks go on with the targets of its priority.
   */
  ServiceRequest triage(TriageRequest command);

  /** Hands the request to the next support line, where nobody is responsible for it yet. */
  ServiceRequest escalate(RequestStep command);

  /** Gives the work to a third party: the vendor clock starts. */
  ServiceRequest engageVendor(RequestStep command);

  /** The third party reported the work done: the vendor clock stops. */
  ServiceRequest vendorFinished(RequestStep command);

  /**
   * Makes the entitlement check anew, because a contract was activated, say, or a definition
   * renewed. What covers the request from now on counts from now on.
   */
  ServiceRequest renewCover(RequestStep command);

  ServiceRequest get(ServiceRequestId id);

  Optional<ServiceRequest> byNumber(String number);

  Page<ServiceRequest> search(Query<ServiceRequest> query);

  /** The requests that are parts of this one. */
  List<ServiceRequest> parts(ServiceRequestId id);

  /** The request's clocks now; none if no service level applies. */
  List<ClockReading> clocks(ServiceRequestId id);

  /**
   * The request's clocks as they stood at some moment, from what is known today.
   *
   * @throws io.crmkit.api.error.InvalidInput if the moment is before 1970 or after 2200
   */
  List<ClockReading> clocks(ServiceRequestId id, Instant asOf);

  /** The entitlement check for this request, as of the day it was opened. */
  EntitlementAnswer entitlement(ServiceRequestId id);
}
