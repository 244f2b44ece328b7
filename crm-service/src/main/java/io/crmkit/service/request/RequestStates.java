package io.crmkit.service.request;

import static io.crmkit.api.service.request.RequestStatus.ASSIGNED;
import static io.crmkit.api.service.request.RequestStatus.CANCELLED;
import static io.crmkit.api.service.request.RequestStatus.CLOSED;
import static io.crmkit.api.service.request.RequestStatus.IN_PROGRESS;
import static io.crmkit.api.service.request.RequestStatus.NEW;
import static io.crmkit.api.service.request.RequestStatus.REOPENED;
import static io.crmkit.api.service.request.RequestStatus.RESOLVED;
import static io.crmkit.api.service.request.RequestStatus.WAITING;

import io.crmkit.api.service.request.RequestStatus;
import io.crmkit.api.value.Label;
import io.crmkit.core.spi.rule.StateTable;
import java.util.List;

/** The life of a service request, as a table. */
final class RequestStates {

  static final String ASSIGN = "assign";
  static final String START = "start";
  static final String PAUSE = "pause";
  static final String RESUME = "resume";
  static final String RESOLVE = "resolve";
  static final String REOPEN = "reopen";
  static final String CLOSE = "close";
  static final String CANCEL = "cancel";
  static final String ESCALATE = "escalate";

  /** Steps that are taken while work is to be done, and that leave the status as it is. */
  static final String RESPOND = "respond";

  static final String TRIAGE = "triage";
  static final String RENEW_COVER = "renew-cover";
  static final String ENGAGE_VENDOR = "engage-vendor";
  static final String VENDOR_FINISHED = "vendor-finished";

  static final StateTable<RequestStatus> TABLE = build();

  private RequestStates() {}

  /** A step as it stands in a sentence. */
  static Label word(String step) {
    return switch (step) {
      case ASSIGN -> new Label("assigning", "分派");
      case START -> new Label("starting work", "开始处理");
      case PAUSE -> new Label("pausing", "暂停");
      case RESUME -> new Label("resuming", "恢复");
      case RESOLVE -> new Label("resolving", "解决");
      case REOPEN -> new Label("reopening", "重新打开");
      case CLOSE -> new Label("closing", "关闭");
      case CANCEL -> new Label("cancelling", "取消");
      case ESCALATE -> new Label("escalating", "升级");
      case RESPOND -> new Label("responding", "响应");
      case TRIAGE -> new Label("judging anew", "重新评定");
      case RENEW_COVER -> new Label("checking the cover anew", "重新检查服务覆盖");
      case ENGAGE_VENDOR -> new Label("engaging a third party", "委托第三方");
      case VENDOR_FINISHED -> new Label("taking back from a third party", "第三方交回");
      default -> throw new IllegalArgumentException(step);
    };
  }

  private static StateTable<RequestStatus> build() {
    StateTable.Builder<RequestStatus> table =
        StateTable.startingAt(NEW)
            .on(ASSIGN)
            .from(NEW, ASSIGNED, IN_PROGRESS, REOPENED)
            .to(ASSIGNED)
            .on(ASSIGN)
            .from(WAITING)
            .to(WAITING)
            .on(START)
            .from(ASSIGNED, REOPENED)
            .to(IN_PROGRESS)
            .on(PAUSE)
            .from(NEW, ASSIGNED, IN_PROGRESS, REOPENED, WAITING)
            .to(WAITING)
            .on(RESUME)
            .from(WAITING)
            .to(IN_PROGRESS)
            .on(RESOLVE)
            .from(NEW, ASSIGNED, IN_PROGRESS, REOPENED, WAITING)
            .to(RESOLVED)
            .on(REOPEN)
            .from(RESOLVED, CLOSED)
            .to(REOPENED)
            .on(CLOSE)
            .from(RESOLVED)
            .to(CLOSED)
            .on(CANCEL)
            .from(NEW, ASSIGNED, IN_PROGRESS, REOPENED, WAITING)
            .to(CANCELLED)
            .on(ESCALATE)
            .from(NEW, ASSIGNED, IN_PROGRESS)
            .to(NEW)
            .on(ESCALATE)
            .from(REOPENED)
            .to(REOPENED)
            .on(ESCALATE)
            .from(WAITING)
            .to(WAITING);
    for (String step : List.of(RESPOND, TRIAGE, RENEW_COVER, ENGAGE_VENDOR, VENDOR_FINISHED)) {
      for (RequestStatus status : List.of(NEW, ASSIGNED, IN_PROGRESS, WAITING, REOPENED)) {
        table = table.on(step).from(status).to(status);
      }
    }
    return table.build();
  }
}
