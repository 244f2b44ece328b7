package io.crmkit.service.request;

import io.crmkit.api.service.request.RequestEvent;
import io.crmkit.api.value.Label;

/** What happened to a request, in words. */
final class RequestWords {

  private RequestWords() {}

  static Label of(RequestEvent.Kind kind) {
    return switch (kind) {
      case OPENED -> new Label("opened", "已提出");
      case ASSIGNED -> new Label("assigned", "已分派");
      case STARTED -> new Label("taken in hand", "开始处理");
      case RESPONDED -> new Label("answered", "已响应");
      case PAUSED -> new Label("paused", "已暂停");
      case RESUMED -> new Label("resumed", "已恢复");
      case RESOLVED -> new Label("resolved", "已解决");
      case REOPENED -> new Label("reopened", "重新打开");
      case CLOSED -> new Label("closed", "已关闭");
      case CANCELLED -> new Label("cancelled", "已取消");
      case PRIORITY_CHANGED -> new Label("judged anew", "优先级已变更");
      case COVER_CHANGED -> new Label("covered anew", "服务覆盖已变更");
      case ESCALATED -> new Label("escalated", "已升级");
      case VENDOR_ENGAGED -> new Label("given to a third party", "已委托第三方");
      case VENDOR_FINISHED -> new Label("returned by the third party", "第三方已完成");
    };
  }
}
