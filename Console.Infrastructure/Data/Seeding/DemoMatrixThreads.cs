using GovAccountConsole.Domain.Inbox;

namespace GovAccountConsole.Infrastructure.Data.Seeding;

/// <summary>Lets citizens ask and responders answer.</summary>
internal sealed class DemoMatrixThreads(ConsoleDb db, DemoMatrixClock clock, DemoMatrixPlaces places)
{
    public void Add(DemoThread planned)
    {
        var account = places.Accounts[planned.Account];
        var opened = clock.At(planned.Messages[0].At);
        var thread = new CitizenThread(account.AgencyId, account.Id, planned.OpenId, opened);
        db.Entry(thread).Property(row => row.Id).CurrentValue = DemoMatrixIds.Of("thread " + planned.OpenId, opened);
        db.Threads.Add(thread);
        foreach (var (index, planned1) in planned.Messages.Index())
        {
            var at = clock.At(planned1.At);
            var message = planned1.Direction == MessageDirection.In
                ? thread.Receive("text", planned1.Text, $"demo{DemoMatrixIds.Secret($"{planned.OpenId} {index}", 16)}", at)
                : thread.Reply(planned1.Text, places.People[planned1.By!].Id, at);
            db.Entry(message).Property(row => row.Id).CurrentValue = DemoMatrixIds.Of($"message {planned.OpenId} {index}", at.AddMilliseconds(index));
            db.Messages.Add(message);
        }
    }
}
