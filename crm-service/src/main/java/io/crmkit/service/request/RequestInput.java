package io.crmkit.service.request;

import io.crmkit.api.criteria.Query;
import io.crmkit.api.service.request.AssignRequest;
import io.crmkit.api.service.request.OpenRequest;
import io.crmkit.api.service.request.RequestStep;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequestAttributes;
import io.crmkit.service.common.InputFaults;

/** Checks the form of commands, before anything is read. */
final class RequestInput {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_DESCRIPTION = 100_000;
  private static final int LONGEST_SITE = 200;
  private static final int LONGEST_NOTE = 4_000;
  private static final int LONGEST_ASSIGNEE = 128;

  private RequestInput() {}

  static void check(OpenRequest command) {
    new InputFaults()
        .text("report.title", command.report().title(), LONGEST_TITLE)
        .optionalText("report.description", command.report().description(), LONGEST_DESCRIPTION)
        .optionalName("subject.site", command.subject().site(), LONGEST_SITE)
        .orThrow();
  }

  static void check(RequestStep command) {
    new InputFaults().optionalText("note", command.note(), LONGEST_NOTE).orThrow();
  }

  /** A sort by contract would tell ids in its cursor that the caller may not know. */
  static void check(Query<ServiceRequest> query) {
    InputFaults faults = new InputFaults();
    for (int i = 0; i < query.orderBy().size(); i++) {
      if (query.orderBy().get(i).attribute().equals(ServiceRequestAttributes.CONTRACT)) {
        faults.fault("orderBy[" + i + "]", "requests cannot be sorted by contract");
      }
    }
    faults.orThrow();
  }

  static void check(AssignRequest command) {
    new InputFaults()
        .optionalText("step.note", command.step().note(), LONGEST_NOTE)
        .text("assignee", command.assignee(), LONGEST_ASSIGNEE)
        .orThrow();
  }
}
