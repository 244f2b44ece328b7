package io.crmkit.core.kernel.history;

import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;

import io.crmkit.api.CrmSession;
import io.crmkit.api.CrmTransaction;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.core.kernel.history.Call.Absent;
import io.crmkit.core.kernel.history.Call.Add;
import io.crmkit.core.kernel.history.Call.AddToBoth;
import io.crmkit.core.kernel.history.Call.Ask;
import io.crmkit.core.kernel.history.Call.Close;
import io.crmkit.core.kernel.history.Call.Look;
import io.crmkit.core.kernel.history.Call.Number;
import io.crmkit.core.kernel.history.Call.Open;
import io.crmkit.core.kernel.history.Call.Outcome;
import io.crmkit.core.kernel.history.Call.Row;
import io.crmkit.core.kernel.history.Call.Save;
import io.crmkit.core.kernel.history.Call.Short;
import io.crmkit.core.kernel.history.Call.Shown;
import io.crmkit.core.kernel.history.Call.Stale;
import io.crmkit.core.kernel.history.Call.Taken;
import io.crmkit.core.kernel.history.Call.Told;
import io.crmkit.core.kernel.history.Call.Transfer;
import io.crmkit.core.kernel.history.Call.Undone;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabReason;
import io.crmkit.core.kernel.lab.Sample;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.SpecimenId;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.testkit.TestCrm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Does what is asked with specimens of the lab, the way a service would. */
final class Teller implements Desk {

  private static final String COUNT = "accounts";

  private final TestCrm crm;

  Teller(TestCrm crm) {
    this.crm = crm;
  }

  @Override
  public boolean knows(Ask ask) {
    return true;
  }

  @Override
  public Outcome answer(Ask ask) {
    return within(crm.session(), ask);
  }

  @Override
  public Outcome answerInVain(List<Ask> asks) {
    try (CrmTransaction host = crm.crm().begin()) {
      for (Ask ask : asks) {
        within(crm.session().join(host), ask);
      }
      host.rollback();
      return new Undone("by the host");
    }
  }

  @Override
  public Accounts accounts() {
    Lab lab = crm.get(Lab.class);
    Map<UUID, Row> rows = new HashMap<>();
    lab.<List<Specimen>>read(tx -> tx.store(SPECIMENS).all(Criteria.all()))
        .forEach(s -> rows.put(s.id().value(), row(s)));
    // The number that would come next tells how many were given out; it is then given back.
    long[] next = new long[1];
    try {
      lab.run(
          tx -> {
            next[0] = tx.nextNumber(COUNT);
            throw new IllegalStateException("given back");
          });
    } catch (IllegalStateException expected) {
      // Nothing is left of it.
    }
    return new Accounts(rows, next[0] - 1);
  }

  private static Outcome within(CrmSession session, Ask ask) {
    Lab lab = session.get(Lab.class);
    try {
      if (ask instanceof AddToBoth both) {
        return session.transaction(s -> addToBoth(s.get(Lab.class), both));
      } else if (ask instanceof Look look) {
        return lab.read(tx -> new Shown(row(tx.store(SPECIMENS).get(id(look.id())))));
      }
      return lab.run(ask, tx -> told(tx, ask));
    } catch (StaleVersion e) {
      return new Stale();
    } catch (NotFound e) {
      return new Absent();
    } catch (Refused e) {
      return e.reasons().get(0).code() == LabReason.LABEL_TAKEN ? new Taken() : new Short();
    } catch (Conflict e) {
      return new Undone(String.valueOf(e.getMessage()));
    }
  }

  private static Outcome told(Tx tx, Ask ask) {
    if (ask instanceof Open open) {
      return new Shown(
          row(
              tx.store(SPECIMENS)
                  .insert(withTotal(Specimen.of(open.id(), open.label()), open.total()))));
    } else if (ask instanceof Save save) {
      Specimen before = specimen(save.seen());
      Specimen after = withTotal(before.withLabel(save.label()), save.total());
      return new Shown(row(tx.store(SPECIMENS).save(before, after)));
    } else if (ask instanceof Close close) {
      tx.store(SPECIMENS).delete(specimen(close.seen()));
      return new Told("closed");
    } else if (ask instanceof Add add) {
      tx.lock(SPECIMENS, List.of(id(add.id())));
      return new Shown(row(plus(tx, add.id(), 1)));
    } else if (ask instanceof Transfer transfer) {
      return transfer(tx, transfer);
    } else if (ask instanceof Number) {
      return new Told("" + tx.nextNumber(COUNT));
    }
    throw new IllegalArgumentException(ask.toString());
  }

  private static Outcome transfer(Tx tx, Transfer transfer) {
    tx.lock(SPECIMENS, List.of(id(transfer.from()), id(transfer.to())));
    Specimen from = tx.store(SPECIMENS).get(id(transfer.from()));
    tx.store(SPECIMENS).get(id(transfer.to()));
    if (from.measures().total() < transfer.amount()) {
      throw Refused.because(Reason.of(LabReason.TOO_HEAVY));
    }
    long less = plus(tx, transfer.from(), -transfer.amount()).measures().total();
    long more = plus(tx, transfer.to(), transfer.amount()).measures().total();
    return new Told(less + " " + more);
  }

  /** Locks one after the other, so that two of these can meet crosswise. */
  private static Outcome addToBoth(Lab lab, AddToBoth both) {
    long one = addTo(lab, both.first());
    long two = addTo(lab, both.second());
    return new Told(one + " " + two);
  }

  private static long addTo(Lab lab, UUID account) {
    return lab.run(
        account,
        tx -> {
          tx.lock(SPECIMENS, List.of(id(account)));
          return plus(tx, account, 1).measures().total();
        });
  }

  private static Specimen plus(Tx tx, UUID account, long amount) {
    Specimen before = tx.store(SPECIMENS).get(id(account));
    return tx.store(SPECIMENS).save(before, withTotal(before, before.measures().total() + amount));
  }

  /** The total, once in the specimen itself and once in its only part. */
  private static Specimen withTotal(Specimen specimen, long total) {
    return specimen
        .withTotal(total)
        .withSamples(total == 0 ? List.of() : List.of(Sample.of("" + total)));
  }

  private static SpecimenId id(UUID value) {
    return new SpecimenId(value);
  }

  private static Row row(Specimen s) {
    return new Row(
        s.id().value(),
        s.version(),
        s.label(),
        s.measures().total(),
        s.samples().isEmpty() ? null : Long.valueOf(s.samples().get(0).code()));
  }

  /** The specimen that was seen so. */
  private static Specimen specimen(Row row) {
    Specimen at0 = withTotal(Specimen.of(row.id(), row.label()), row.total());
    return new Specimen(
        at0.id(),
        row.version(),
        at0.label(),
        at0.measures(),
        at0.extras(),
        at0.links(),
        at0.samples(),
        at0.notes());
  }
}
