package io.crmkit.assets;

import com.google.inject.Module;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.SoldGoodsSource;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.api.sales.order.OrderProgressed;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.core.spi.work.Work;
import io.crmkit.testkit.CrmSetup;
import io.crmkit.testkit.TestCrm;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A host that sells by itself and contributes its sales, as crm-sales does with its orders. */
public final class HostSales implements CrmSetup {

  private final Book book = new Book();

  /** What the host has sold, by tenant. */
  public static final class Book {

    private record Key(TenantId tenant, EntityRef sale) {}

    private final Map<Key, SoldGoods> sales = new ConcurrentHashMap<>();
  }

  /** Writes a sale into the host's book, or over the one that is there. */
  public static SoldGoods book(TestCrm crm, SoldGoods goods) {
    Book book = crm.setup(HostSales.class).book;
    book.sales.put(new Book.Key(crm.tenant(), goods.source()), goods);
    return goods;
  }

  @Override
  public List<CrmModule> modules() {
    return List.of(new HostModule(book));
  }

  private record HostModule(Book book) implements CrmModule {

    @Override
    public ModuleInfo info() {
      return ModuleInfo.of("host_sales", "1", "test:host-sales");
    }

    @Override
    public void register(ModuleRegistrar registrar) {
      Module bindings = binder -> binder.bind(Book.class).toInstance(book);
      registrar.bind(bindings);
      registrar.contribute(SoldGoodsSource.POINT, HostSource.class);
      registrar.service(Herald.class, HeraldService.class);
    }
  }

  /** Tells what sales would tell. */
  @ProvidedBy("test:host-sales")
  public interface Herald {
    String tell(OrderProgressed event);
  }

  /** Publishes what it is told. */
  public static final class HeraldService implements Herald {

    private final Work work;

    @Inject
    HeraldService(Work work) {
      this.work = work;
    }

    @Override
    public String tell(OrderProgressed event) {
      return work.run(
          "herald.tell",
          event,
          tx -> {
            tx.publish(event);
            return "told";
          });
    }
  }

  /** The host's contribution. */
  public static final class HostSource implements SoldGoodsSource {

    private final Book book;

    @Inject
    HostSource(Book book) {
      this.book = book;
    }

    @Override
    public Optional<SoldGoods> find(CrmSession session, EntityRef source) {
      return Optional.ofNullable(book.sales.get(new Book.Key(session.tenant(), source)));
    }

    @Override
    public List<SoldGoods> executedFor(CrmSession session, CustomerId customer) {
      return book.sales.entrySet().stream()
          .filter(e -> e.getKey().tenant().equals(session.tenant()))
          .map(Map.Entry::getValue)
          .filter(goods -> goods.customer().equals(customer))
          .filter(goods -> goods.state() == SoldGoods.State.EXECUTED)
          .sorted((a, b) -> a.reference().compareTo(b.reference()))
          .toList();
    }
  }
}
