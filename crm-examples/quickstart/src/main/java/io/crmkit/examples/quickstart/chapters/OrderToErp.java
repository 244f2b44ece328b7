package io.crmkit.examples.quickstart.chapters;

import io.crmkit.api.asset.InstalledBase;
import io.crmkit.api.asset.PushUnits;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.WinOpportunity;
import io.crmkit.api.sales.order.ErpAnswer;
import io.crmkit.api.sales.order.OrderLine;
import io.crmkit.api.sales.order.OrderStatus;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.api.sales.order.PlaceOrder;
import io.crmkit.api.sales.order.RecordErpAnswer;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteStep;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.examples.quickstart.erp.ErpLike;
import io.crmkit.examples.quickstart.story.Goods;
import io.crmkit.examples.quickstart.story.Role;
import io.crmkit.examples.quickstart.story.Tale;
import java.util.Arrays;
import java.util.List;

/** Step 6: accepted, won, ordered; handed to the ERP at least once, and booked there only once. */
public final class OrderToErp implements Chapter {

  @Override
  public Label title() {
    return new Label("Won, and into the ERP", "赢单并交给 ERP");
  }

  @Override
  public List<Class<?>> needs() {
    return List.of(Orders.class, Quotes.class);
  }

  @Override
  public void tell(Tale tale) {
    win(tale);
    SalesOrder order = place(tale);
    handOver(tale);
    tooEarly(tale, order);
    answers(tale, order);
  }

  private void win(Tale tale) {
    tale.at(28, "10:15");
    Opportunities opportunities = tale.get(Opportunities.class);
    Opportunity open = opportunities.get(tale.cast().get(Role.OPPORTUNITY));
    tale.tell().say("Winning before the customer has said yes is refused:", "客户答复之前不能赢单：");
    tale.refused(() -> opportunities.win(new WinOpportunity(open.id(), open.version())));
    Quotes quotes = tale.get(Quotes.class);
    Quote quote = quotes.accept(QuoteStep.of(quotes.get(tale.cast().get(Role.QUOTE))));
    Opportunity won = opportunities.win(new WinOpportunity(open.id(), open.version()));
    Label stage =
        tale.facts()
            .pipeline()
            .stage(won.progress().stage())
            .map(Stage::label)
            .orElse(Label.same(won.progress().stage()));
    tale.tell()
        .say(
            "The hospital accepts {0}; the opportunity is \"{1}\".",
            "医院接受报价 {0}；商机进入“{1}”。", quote.heading().number(), stage);
  }

  private SalesOrder place(Tale tale) {
    SalesOrder order = tale.get(Orders.class).place(new PlaceOrder(tale.cast().get(Role.QUOTE)));
    tale.cast().play(Role.ORDER, order.id());
    tale.tell()
        .say(
            "Order {0} over {1} waits for the ERP.",
            "订单 {0}（{1}）等待交给 ERP。", order.heading().number(), order.totals().total());
    return order;
  }

  /** The line breaks after the ERP has booked: the same order comes again, with the same key. */
  private void handOver(Tale tale) {
    ErpLike erp = tale.scene().erp();
    erp.loseNextAcknowledgement();
    tale.session().deliver();
    tale.tell().say("Delivered, but the ERP's answer is lost on the way.", "已送达，但 ERP 的回执在途中丢失。");
    tale.at(28, "10:45");
    tale.session().deliver();
    tale.tell()
        .say(
            "Delivered again with the same key: {0} deliveries, {1} order in the ERP: {2}.",
            "以相同的键再次送达：共 {0} 次送达，ERP 中 {1} 张订单：{2}。",
            erp.deliveries(),
            erp.bookings().size(),
            erp.bookings().stream().map(ErpLike.Booking::number).toList());
  }

  private void tooEarly(Tale tale, SalesOrder order) {
    tale.find(InstalledBase.class)
        .ifPresent(
            base -> {
              tale.tell()
                  .say(
                      "Pushing units before anything was carried out is refused:", "订单执行之前不能推送设备：");
              EntityRef sale = EntityRef.of(SalesEntities.ORDER, order.id());
              tale.refused(() -> base.push(PushUnits.of(sale)));
            });
  }

  private void answers(Tale tale, SalesOrder order) {
    String erpNumber = tale.scene().erp().bookings().get(0).number();
    tale.at(29, "08:00");
    answer(tale, order, "1", new ErpAnswer.Accepted(erpNumber));
    tale.at(42, "17:30");
    answer(tale, order, "2", new ErpAnswer.Executed(tale.day(42)));
    ErpAnswer shipped = new ErpAnswer.Shipped(tale.day(42), firstShipment(order));
    answer(tale, order, "3", shipped);
    SalesOrder again = answer(tale, order, "3", shipped);
    tale.tell()
        .say(
            "The ERP answers: accepted as {0}; on {1} {2} and shipped, all but one workstation.",
            "ERP 回复：已接受，编号 {0}；{1} {2}并发货，只差一台工作站。",
            erpNumber,
            tale.day(42),
            status(again.status()));
    tale.tell().say("Its last message came twice and counted once.", "最后一条消息来了两次，只计一次。");
  }

  private static SalesOrder answer(Tale tale, SalesOrder order, String message, ErpAnswer answer) {
    return tale.get(Orders.class)
        .record(new RecordErpAnswer(order.id(), order.heading().number() + "/" + message, answer));
  }

  /** Everything but one workstation, which comes later. */
  private static List<ErpAnswer.ShippedLine> firstShipment(SalesOrder order) {
    return order.lines().stream()
        .filter(line -> !order.isBundle(line))
        .map(
            line ->
                line.item().sku().equals(Goods.WORKSTATION.sku())
                    ? new ErpAnswer.ShippedLine(
                        line.lineId(), 1, List.of(Goods.WORKSTATION.serial(107)))
                    : new ErpAnswer.ShippedLine(line.lineId(), line.quantity(), serials(line)))
        .toList();
  }

  private static List<String> serials(OrderLine line) {
    return Arrays.stream(Goods.values())
        .filter(goods -> goods != Goods.TRAINING && goods.sku().equals(line.item().sku()))
        .map(goods -> goods.serial(42))
        .toList();
  }

  private static Label status(OrderStatus status) {
    return switch (status) {
      case PLACED -> new Label("placed", "已下单");
      case ACCEPTED -> new Label("accepted", "已接受");
      case REFUSED -> new Label("refused", "被拒绝");
      case EXECUTED -> new Label("executed", "已执行");
      case CANCELLED -> new Label("cancelled", "已取消");
    };
  }
}
