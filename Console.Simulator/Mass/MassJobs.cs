using System.Globalization;
using GovAccountConsole.Simulator.Callbacks;
using GovAccountConsole.Simulator.Publishing;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Mass;

/// <summary>Carries mass sends from acceptance, over the administrator's answer, to the finish event.</summary>
internal sealed class MassJobs(SimulatorOptions options, ArticleShelf shelf, PublicAddress address, CallbackSender callbacks) : IFinishesJobs
{
    public IEnumerable<DateTimeOffset> OpenUntil(Account account) => account.Sends.Where(send => send.IsOpen).Select(send => send.DueAt);

    public void Settle(Account account, DateTimeOffset now)
    {
        foreach (var send in account.Sends.FindAll(send => send.IsOpen && send.DueAt <= now))
        {
            Finish(account, send, send.State == MassState.AwaitingAdmin ? MassSend.AdminSilent : send.PlannedOutcome, now);
        }
    }

    /// <summary>The administrator confirms a protected send; false when it waits for no one.</summary>
    public bool Confirm(MassSend send, DateTimeOffset now)
    {
        if (send.State != MassState.AwaitingAdmin)
        {
            return false;
        }
        (send.State, send.DueAt) = (MassState.Sending, now + options.MassSendDelay);
        return true;
    }

    /// <summary>The administrator refuses a protected send; false when it waits for no one.</summary>
    public bool Refuse(Account account, MassSend send, DateTimeOffset now)
    {
        if (send.State != MassState.AwaitingAdmin)
        {
            return false;
        }
        Finish(account, send, MassSend.AdminRefused, now);
        return true;
    }

    /// <summary>Ends a send: its articles come, the finish event goes out unless it is to stay silent.</summary>
    public void Finish(Account account, MassSend send, string outcome, DateTimeOffset now, bool isSilent = false)
    {
        var isSuccess = string.Equals(outcome, MassSend.SendSuccess, StringComparison.Ordinal);
        (send.Outcome, send.State) = (outcome, isSuccess ? MassState.Success : MassState.Failed);
        List<PublishedArticle> articles = [];
        if (isSuccess)
        {
            send.SentCount = MassQuota.Reached(account, send);
            if (send.DraftMediaId is not null)
            {
                account.Drafts.Remove(send.DraftMediaId);
                var channel = send.IsToAll ? PublishChannel.MassSend : PublishChannel.TargetedSend;
                var contents = send.IsToBeAltered ? Alteration.Of(send.Articles) : send.Articles;
                articles = shelf.Put(account, contents, send.MsgId.ToString(CultureInfo.InvariantCulture), channel, send.DueAt);
            }
        }
        if (!isSilent)
        {
            callbacks.Push(account, FinishEvent(account, send, articles, now), "MASSSENDJOBFINISH", PushXml.Helper);
        }
    }

    private PushXml FinishEvent(Account account, MassSend send, List<PublishedArticle> articles, DateTimeOffset now)
    {
        var total = send.IsToAll ? account.Settings.Followers : send.OpenIds.Count > 0 ? send.OpenIds.Count : send.SentCount;
        var xml = PushXml.Event(account, "MASSSENDJOBFINISH", PushXml.Helper, now)
            .Number("MsgID", send.MsgId)
            .Text("Status", send.Outcome!)
            .Number("TotalCount", total)
            .Number("FilterCount", send.SentCount)
            .Number("SentCount", send.SentCount)
            .Number("ErrorCount", 0);
        if (send.Articles.Count > 0)
        {
            CopyrightCheck.Write(xml, send);
        }
        if (articles.Count > 0)
        {
            xml.Open("ArticleUrlResult").Number("Count", articles.Count).Open("ResultList");
            foreach (var article in articles)
            {
                xml.Open("item").Number("ArticleIdx", article.Position).Text("ArticleUrl", address.OfArticle(article.Key)).Close();
            }
            xml.Close().Close();
        }
        return xml;
    }
}
