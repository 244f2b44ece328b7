package io.crmkit.examples.quickstart;

import io.crmkit.api.CrmSession;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssetsInTime;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.customer.interaction.Interactions;
import io.crmkit.api.product.Products;
import io.crmkit.api.proposal.Proposals;
import io.crmkit.api.sales.lead.Leads;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.api.service.contract.ServiceContracts;
import io.crmkit.api.service.request.ServiceRequests;
import io.crmkit.api.value.Label;
import io.crmkit.examples.quickstart.story.Narrator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Step 14: everything that a session finds, record by record.
 *
 * @param records whole records by what they are
 */
record Recollection(Map<Label, List<?>> records) {

  static final Label TITLE = new Label("Stopped, started again", "停止之后重新启动");

  /** As many as are told of at once with everybody who had them. */
  private static final int UNITS = 500;

  /** Reads everything that modules hold. */
  static Recollection of(CrmSession session) {
    Map<Label, List<?>> all = new LinkedHashMap<>();
    read(session, all, Customers.class, "customers", "客户", s -> s.search(everything()).items());
    read(session, all, Contacts.class, "contacts", "联系人", s -> s.search(everything()).items());
    read(
        session,
        all,
        Interactions.class,
        "interactions",
        "交流",
        s -> s.search(everything()).items());
    read(session, all, Leads.class, "leads", "线索", s -> s.page(everything()).items());
    read(
        session,
        all,
        Opportunities.class,
        "opportunities",
        "商机",
        s -> s.page(everything()).items());
    read(session, all, Quotes.class, "quotes", "报价单", s -> s.page(everything()).items());
    read(session, all, Orders.class, "orders", "订单", s -> s.page(everything()).items());
    read(session, all, Products.class, "products", "产品", s -> s.search(everything()).items());
    read(session, all, Assets.class, "units", "设备", s -> s.search(everything()).items());
    read(
        session,
        all,
        AssetsInTime.class,
        "units with all who had them",
        "设备与历任持有者",
        s -> s.recall(Query.<Asset>everything().limit(UNITS)).items());
    read(session, all, Warranties.class, "warranties", "质保", s -> s.search(everything()).items());
    read(
        session,
        all,
        ServiceContracts.class,
        "service contracts",
        "服务合约",
        s -> s.search(everything()).items());
    read(
        session,
        all,
        ServiceRequests.class,
        "requests",
        "服务请求",
        s -> s.search(everything()).items());
    read(session, all, Proposals.class, "proposals", "方案书", s -> s.find(everything()).items());
    return new Recollection(all);
  }

  private static <E> Query<E> everything() {
    return Query.<E>everything().limit(Query.MAX_LIMIT);
  }

  private static <S> void read(
      CrmSession session,
      Map<Label, List<?>> all,
      Class<S> service,
      String english,
      String chinese,
      Function<S, List<?>> records) {
    session.find(service).ifPresent(s -> all.put(new Label(english, chinese), records.apply(s)));
  }

  /**
   * Tells whether this is the same, record by record.
   *
   * @return whether it is
   */
  boolean compare(Recollection before, Narrator tell) {
    tell.say("Found on the same database:", "在同一数据库中找到：");
    boolean same = true;
    for (Map.Entry<Label, List<?>> kind : before.records().entrySet()) {
      boolean equal = kind.getValue().equals(records.get(kind.getKey()));
      same &= equal;
      tell.item(
          "{1}: {0}, {2}",
          "{1}：{0} 个，{2}",
          kind.getValue().size(),
          kind.getKey(),
          equal ? new Label("as they were", "与之前一致") : new Label("CHANGED", "已改变"));
    }
    return same;
  }
}
