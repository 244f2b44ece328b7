package io.crmkit.verification.kill;

import io.crmkit.core.spi.timer.TimerKey;
import io.crmkit.core.spi.work.Work;
import io.crmkit.verification.kill.LedgerModule.Fired;
import io.crmkit.verification.kill.LedgerModule.Heard;
import io.crmkit.verification.kill.LedgerModule.LedgerId;
import io.crmkit.verification.kill.LedgerModule.Reminder;
import jakarta.inject.Inject;
import java.time.Instant;

final class LedgerService implements Ledger {
  private final Work work;

  @Inject
  LedgerService(Work work) {
    this.work = work;
  }

  @Override
  public void hear(String event, String subscriber) {
    work.run(
        "ledger.hear",
        event,
        tx ->
            tx.store(LedgerModule.HEARD)
                .insert(new Heard(new LedgerId(tx.newId()), 0, event, subscriber)));
  }

  @Override
  public void fire(String timer, String due) {
    work.run(
        "ledger.fire",
        timer,
        tx ->
            tx.store(LedgerModule.FIRED)
                .insert(new Fired(new LedgerId(tx.newId()), 0, timer, due)));
  }

  @Override
  public void set(String timer, Instant due) {
    work.run(
        "ledger.set",
        timer,
        tx -> {
          tx.timers().set(key(timer), due, new Reminder(timer));
          return timer;
        });
  }

  @Override
  public boolean move(String timer, Instant due) {
    return work.run("ledger.move", timer, tx -> tx.timers().move(key(timer), due));
  }

  @Override
  public boolean cancel(String timer) {
    return work.run("ledger.cancel", timer, tx -> tx.timers().cancel(key(timer)));
  }

  private static TimerKey key(String timer) {
    return new TimerKey(LedgerModule.TIMER, timer);
  }
}
