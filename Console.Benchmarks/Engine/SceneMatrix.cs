using System.Security.Cryptography;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Data;
using SkiaSharp;

namespace GovAccountConsole.Benchmarks.Engine;

/// <summary>One agency with the people a post needs; accounts and approved posts come by the aggregates' own acts. Whoever asks saves.</summary>
internal sealed class SceneMatrix
{
    public const string Secret = "0123456789abcdef0123456789abcdef";
    public const string CallbackToken = "BenchToken2026";
    public const string AesKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private readonly ConsoleDb _db;
    private readonly SecretSealer _sealer;
    private readonly Agency _agency;
    private readonly Actor _editor;
    private readonly Actor[] _reviewers;
    private readonly Medium _cover;

    private SceneMatrix(ConsoleDb db, SecretSealer sealer, Agency agency, Actor editor, Actor[] reviewers, Medium cover) =>
        (_db, _sealer, _agency, _editor, _reviewers, _cover) = (db, sealer, agency, editor, reviewers, cover);

    /// <summary>The agency everything belongs to.</summary>
    public Guid AgencyId => _agency.Id;

    /// <summary>The AppID of the account with that number, from 0.</summary>
    public static string AppIdOf(int number) => FormattableString.Invariant($"wx{number:x16}");

    /// <summary>Fills an empty database with the agency and its people.</summary>
    public static async Task<SceneMatrix> FoundAsync(ConsoleDb db, SecretSealer sealer, CancellationToken token)
    {
        var now = TimeProvider.System.GetUtcNow();
        db.Sectors.Add(new Sector("engine", "公安", "警", "#1D5FBF", 1));
        await db.SaveChangesAsync(token);
        var agency = Agency.Create("临江市公安局", "engine", "320500", null, 0, null, now).Value;
        db.Agencies.Add(agency);
        db.AgencyLineage.Add(new AgencyLineage(agency.Id, agency.Id));
        await db.SaveChangesAsync(token);
        db.ScopeRoots = [agency.Id];
        var editor = Person(db, "李知远", agency.Id, Role.Editor, now);
        Actor[] reviewers = [Person(db, "周岚", agency.Id, Role.Reviewer, now), Person(db, "韩越", agency.Id, Role.FinalReviewer, now), Person(db, "沈清", agency.Id, Role.Supervisor, now)];
        await db.SaveChangesAsync(token);
        var cover = Cover(agency.Id, editor.PersonId, now);
        db.Media.Add(cover);
        return new(db, sealer, agency, editor, reviewers, cover);
    }

    /// <summary>An active account.</summary>
    public OfficialAccount Account(int number)
    {
        var now = TimeProvider.System.GetUtcNow();
        var secrets = new AccountSecrets(Secret, CallbackToken, AesKey);
        var kept = new SealedSecrets(_sealer.Seal(Secret)!, _sealer.Seal(CallbackToken)!, _sealer.Seal(AesKey)!);
        var details = new AccountDetails(number == 0 ? "临江公安" : FormattableString.Invariant($"临江公安{number}"), AppIdOf(number), AccountKind.Subscription, true, Positioning.Service);
        var account = OfficialAccount.Apply(_agency.Id, details, secrets, kept, _reviewers[0].PersonId, now).Value;
        account.NoteChecks([new("appId", true, "ok", [], null), new("appSecret", true, "ok", [], null), new("ipAllowList", true, "ok", [], null)], _reviewers[0].PersonId, now);
        account.Approve(_editor.PersonId, now);
        _db.Accounts.Add(account);
        return account;
    }

    /// <summary>A post through all reviews, with its delivery planned.</summary>
    public Publication Post(OfficialAccount account, Channel channel, string title, DateTimeOffset dueAt)
    {
        var now = TimeProvider.System.GetUtcNow();
        var article = new Article(title, "临江公安", "22:00 起可能封闭", "<p>去机场：走滨江大道。</p><p>开车请打开雾灯，保持车距。</p>", null, _cover.Id, true, false);
        var (post, revision) = Domain.Posts.Post.Create(account, new PostContent(account.Id, channel, [article], [new(_cover.Id, _cover.Sha256)]), null, _editor.PersonId, now).Value;
        Demand(post.Submit(account, revision, ReviewPlan.Default, _editor.PersonId, now).Succeeded);
        foreach (var reviewer in _reviewers)
            Demand(post.Decide(reviewer, [_agency.Id], 1, new Verdict(DecisionKind.Approve, null, [.. post.Review!.Current!.Checklist]), now).Succeeded);
        Demand(post.Schedule(account, dueAt, [], _editor.PersonId, now).Succeeded);
        var publication = new Publication(post, dueAt, now);
        _db.AddRange(post, revision, publication);
        return publication;
    }

    private static void Demand(bool done)
    {
        if (!done)
            throw new InvalidOperationException("A post of the scene was refused.");
    }

    private static Actor Person(ConsoleDb db, string name, Guid agency, Role role, DateTimeOffset now)
    {
        var email = $"{role}@engine.gov";
        var person = new Person
        {
            Id = Guid.CreateVersion7(), Name = name, AgencyId = agency, Email = email, NormalizedEmail = email.ToUpperInvariant(), UserName = email,
            NormalizedUserName = email.ToUpperInvariant(), CreatedAt = now, SecurityStamp = Guid.NewGuid().ToString("N"), EmailConfirmed = true, Language = "zh-CN",
        };
        db.Users.Add(person);
        db.RoleGrants.Add(new RoleGrant(person.Id, role, agency, null, now));
        return new Actor(person.Id, name, [new Grant(role, agency)]);
    }

    private static Medium Cover(Guid agency, Guid by, DateTimeOffset now)
    {
        using var bitmap = new SKBitmap(900, 383);
        bitmap.Erase(new SKColor(29, 95, 191));
        var bytes = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80).ToArray();
        return new Medium(agency, by, "封面.jpg", "image/jpeg", bitmap.Width, bitmap.Height, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), now);
    }
}
