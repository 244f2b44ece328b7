package io.crmkit.testkit.assertion;

import io.crmkit.api.field.CustomValues;
import io.crmkit.api.service.Priority;
import io.crmkit.api.service.request.RequestStatus;
import io.crmkit.api.service.request.ServiceRequest;
import org.jspecify.annotations.Nullable;

/** Assertions on a service request. */
public final class ServiceRequestAssert extends RecordAssert<ServiceRequestAssert, ServiceRequest> {

  /** For {@code CrmAssertions.assertThat}. */
  public ServiceRequestAssert(@Nullable ServiceRequest actual) {
    super(actual, ServiceRequestAssert.class);
  }

  /** It has come so far. */
  public ServiceRequestAssert is(RequestStatus wanted) {
    isNotNull();
    return same("status", wanted, actual.state().status());
  }

  /** It is so urgent. */
  public ServiceRequestAssert hasPriority(Priority wanted) {
    isNotNull();
    return same("priority", wanted, actual.state().triage().priority());
  }

  /** This person works on it. */
  public ServiceRequestAssert isAssignedTo(String wanted) {
    isNotNull();
    return same("assignee", wanted, actual.state().assignee());
  }

  @Override
  CustomValues custom() {
    return actual.custom();
  }

  @Override
  String describe() {
    return "the request " + actual.number();
  }
}
