using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;

namespace GovAccountConsole.Tests.Support;

/// <summary>Legal examples, built only through the domain's own methods.</summary>
public static class Some
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 2, 0, 0, TimeSpan.Zero); // Wednesday 10:00 in Shanghai

    public static readonly Guid Department = Guid.Parse("00000000-0000-7000-8000-00000000d001");
    public static readonly Guid Police = Guid.Parse("00000000-0000-7000-8000-00000000a001");
    public static readonly Guid Court = Guid.Parse("00000000-0000-7000-8000-00000000a002");
    public static readonly Guid[] PoliceLineage = [Police, Department];

    public static readonly Actor Editor = Person("编辑", Role.Editor, Police);
    public static readonly Actor Reviewer = Person("初审", Role.Reviewer, Police);
    public static readonly Actor FinalReviewer = Person("复审", Role.FinalReviewer, Police);
    public static readonly Actor Supervisor = Person("终审", Role.Supervisor, Department);
    public static readonly Actor Administrator = Person("管理员", Role.Administrator, Department);

    public static Actor Person(string name, Role role, Guid agency) => new(Guid.CreateVersion7(), name, [new Grant(role, agency)]);

    public static AccountDetails Details(AccountKind kind = AccountKind.Subscription) => new("临江交警", "wx0123456789abcdef", kind, true, Positioning.Service);

    public static AccountSecrets Secrets => new("0123456789abcdef0123456789abcdef", "Token2026", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");

    public static CredentialCheck[] Passing =>
        [new("appId", true, "ok", [], null), new("appSecret", true, "ok", [], null), new("ipAllowList", true, "ok", [], null)];

    public static OfficialAccount AppliedAccount(AccountKind kind = AccountKind.Subscription) =>
        OfficialAccount.Apply(Police, Details(kind), Secrets, new SealedSecrets("s", "t", "k"), Administrator.Id, Now.AddDays(-30)).Value;

    public static OfficialAccount ActiveAccount(AccountKind kind = AccountKind.Subscription)
    {
        var account = AppliedAccount(kind);
        account.NoteChecks(Passing, Administrator.Id, Now.AddDays(-29));
        account.Approve(Supervisor.PersonId, Now.AddDays(-28));
        return account;
    }

    public static Article Article(string title = "今晚大雾，绕城高速北段可能临时管制") =>
        new(title, "临江交警", "22:00 起可能封闭", "<p>去机场：走滨江大道。</p>", null, Guid.Parse("00000000-0000-7000-8000-0000000000c1"), true, false);

    public static PostContent Content(OfficialAccount account, Channel channel = Channel.Publish, params Article[] articles) =>
        new(account.Id, channel, articles.Length > 0 ? articles : [Article()], []);

    public static (Post Post, Revision Revision) Draft(OfficialAccount account, Channel channel = Channel.Publish) =>
        Post.Create(account, Content(account, channel), null, Editor.PersonId, Now).Value;

    public static (Post Post, Revision Revision) Submitted(OfficialAccount account, Channel channel = Channel.Publish)
    {
        var draft = Draft(account, channel);
        Assert.True(draft.Post.Submit(account, draft.Revision, ReviewPlan.Default, Editor.PersonId, Now).Succeeded);
        return draft;
    }

    public static (Post Post, Revision Revision) Approved(OfficialAccount account, Channel channel = Channel.Publish)
    {
        var submitted = Submitted(account, channel);
        foreach (var reviewer in new[] { Reviewer, FinalReviewer, Supervisor })
        {
            Assert.True(submitted.Post.Decide(reviewer, PoliceLineage, submitted.Post.RevisionNumber, DecisionKind.Approve, null, Now).Succeeded);
        }

        return submitted;
    }

    public static (Post Post, Revision Revision) Scheduled(OfficialAccount account, Channel channel = Channel.Publish)
    {
        var approved = Approved(account, channel);
        Assert.True(approved.Post.Schedule(account, Now.AddHours(2), [], Editor.PersonId, Now).Succeeded);
        return approved;
    }

    /// <summary>A post in any state of its life.</summary>
    public static (Post Post, Revision Revision) In(PostStatus status, OfficialAccount account)
    {
        switch (status)
        {
            case PostStatus.Draft:
                return Draft(account);
            case PostStatus.InReview:
                return Submitted(account);
            case PostStatus.Approved:
                return Approved(account);
            case PostStatus.Scheduled:
                return Scheduled(account);
        }

        var made = status is PostStatus.Returned or PostStatus.Withdrawn ? Submitted(account) : status == PostStatus.Expired ? Approved(account) : Scheduled(account);
        var post = made.Post;
        switch (status)
        {
            case PostStatus.Returned:
                post.Decide(Reviewer, PoliceLineage, 1, DecisionKind.Return, "请写清几点、哪段。", Now);
                break;
            case PostStatus.Withdrawn:
                post.Withdraw(Editor.PersonId, Now);
                break;
            case PostStatus.Expired:
                post.Expire(Now.AddDays(31));
                break;
            default:
                post.BeginPublishing(Now);
                break;
        }

        switch (status)
        {
            case PostStatus.Published or PostStatus.Recalled:
                post.NotePublished(Now, Now);
                break;
            case PostStatus.Failed:
                post.NoteFailed(new Trouble("weixin-40007", [], 40007), Now);
                break;
            case PostStatus.Unconfirmed:
                post.NoteUnconfirmed(new Trouble("answer-lost", []), Now);
                break;
            case PostStatus.AwaitingAdmin:
                post.NoteAwaitingAdmin(new Trouble("awaiting-admin", []), Now);
                break;
        }

        if (status == PostStatus.Recalled)
        {
            post.NoteRecalled("地点写错", Editor.PersonId, Now);
        }

        Assert.Equal(status, post.Status);
        return made;
    }
}
