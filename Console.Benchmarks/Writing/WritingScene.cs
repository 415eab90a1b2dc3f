using System.Globalization;
using System.Text;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace GovAccountConsole.Benchmarks.Writing;

/// <summary>One agency with a long post of 20,000 characters and 30 pictures, 500 posts that wait for review, and a reviewer with 100,000 notices.</summary>
internal sealed class WritingScene
{
    public const string Password = "Load-2026!";
    public const string EditorEmail = "editor@writing.gov";
    public const string ReviewerEmail = "reviewer@writing.gov";
    public const int Characters = 20_000;
    public const int Pictures = 30;
    public const int Waiting = 500;
    public const int Notices = 100_000;

    private static readonly string[] _sentences =
    [
        "11月28日（星期六）22时至次日5时，解放桥封闭维修，请提前选择绕行路线。", "公交12路、34路改走滨江大道，末班车时间不变。", "办理时请带身份证原件，窗口当场受理，不收任何费用。",
        "咨询电话：0512-12345，工作日9时至17时有人接听。", "施工期间噪声较大，给周边居民带来不便，请您谅解。", "具体时间以现场公告为准，如有变化我们会第一时间通知。",
    ];

    public required Actor Editor { get; init; }

    public required Actor Reviewer { get; init; }

    public required Guid AccountId { get; init; }

    public Guid LongPost { get; private set; }

    public IReadOnlyList<Article> Articles { get; private set; } = [];

    /// <summary>The same articles with a sentence changed in every tenth paragraph.</summary>
    public IReadOnlyList<Article> Changed =>
        [.. Articles.Select(article => article with { ContentHtml = article.ContentHtml.Replace("请提前选择", "请尽早选择", StringComparison.Ordinal) })];

    public static async Task<WritingScene> CreateAsync(ServiceProvider services, CancellationToken token)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ConsoleDb>>().CreateDbContextAsync(token);
        var now = TimeProvider.System.GetUtcNow();
        db.Sectors.Add(new Sector("writing", "公安", "警", "#1D5FBF", 1));
        await db.SaveChangesAsync(token);
        var agency = Agency.Create("临江市公安局", "writing", "320500", null, 0, null, now).Value;
        db.Agencies.Add(agency);
        db.AgencyLineage.Add(new AgencyLineage(agency.Id, agency.Id));
        await db.SaveChangesAsync(token);
        var editor = Person(db, EditorEmail, "李知远", agency.Id, Role.Editor, now);
        var reviewer = Person(db, ReviewerEmail, "周岚", agency.Id, Role.Reviewer, now);
        await db.SaveChangesAsync(token);
        var secrets = new AccountSecrets("0123456789abcdef0123456789abcdef", "Token2026", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");
        var account = OfficialAccount.Apply(
            agency.Id, new AccountDetails("临江公安", "wx00000000000000b1", AccountKind.Subscription, true, Positioning.Service), secrets, new SealedSecrets("s", "t", "k"), reviewer.Id, now).Value;
        account.NoteChecks([new("appId", true, "ok", [], null), new("appSecret", true, "ok", [], null), new("ipAllowList", true, "ok", [], null)], reviewer.Id, now);
        account.Approve(editor.PersonId, now);
        db.Accounts.Add(account);
        await db.SaveChangesAsync(token);
        var scene = new WritingScene { Editor = editor, Reviewer = reviewer, AccountId = account.Id };
        await scene.FillAsync(services, token);
        return scene;
    }

    private static Actor Person(ConsoleDb db, string email, string name, Guid agency, Role role, DateTimeOffset now)
    {
        var person = new Person
        {
            Id = Guid.CreateVersion7(), Name = name, AgencyId = agency, Email = email, NormalizedEmail = email.ToUpperInvariant(), UserName = email,
            NormalizedUserName = email.ToUpperInvariant(), CreatedAt = now, SecurityStamp = Guid.NewGuid().ToString("N"), EmailConfirmed = true, Language = "zh-CN",
        };
        person.PasswordHash = new PasswordHasher<Person>().HashPassword(person, Password);
        db.Users.Add(person);
        db.RoleGrants.Add(new RoleGrant(person.Id, role, agency, null, now));
        return new Actor(person.Id, name, [new Grant(role, agency)]);
    }

    private static byte[] Picture(int number)
    {
        using var bitmap = new SKBitmap(900, 500);
        bitmap.Erase(new SKColor((byte)(number * 7), 120, (byte)(255 - (number * 7))));
        return bitmap.Encode(SKEncodedImageFormat.Jpeg, 80).ToArray();
    }

    private async Task FillAsync(ServiceProvider services, CancellationToken token)
    {
        var pictures = new List<MediaRow>();
        for (var number = 0; number < Pictures; number++)
        {
            var kept = await services.GetRequiredService<UploadMedia>().ExecuteAsync(Editor, AccountId, $"{number}.jpg", Picture(number), null, token);
            pictures.Add(kept.Value);
        }

        // The platform takes at most 20,000 characters of markup in one article: what people call a post of 20,000 characters is two.
        Articles = [Of("解放桥维修，这样绕行", Body(pictures[..(Pictures / 2)]), pictures[0].Id), Of("解放桥维修，公交这样走", Body(pictures[(Pictures / 2)..]), pictures[^1].Id)];
        LongPost = (await CreateAsync(services, Articles, token)).Id;
        for (var number = 0; number < Waiting; number++)
        {
            var post = await CreateAsync(services, [Of(string.Create(CultureInfo.InvariantCulture, $"第{number}号通告：今晚大雾"), "<p>去机场请走滨江大道，绕城高速北段可能临时管制。</p>", pictures[0].Id)], token);
            var submitted = await services.GetRequiredService<SubmitPost>().ExecuteAsync(Editor, post.Id, null, token);
            if (!submitted.Succeeded)
                throw new InvalidOperationException(submitted.Error.Code);
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<ConsoleDb>>().CreateDbContextAsync(token);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO notices (id, person_id, agency_id, kind, cause_key, subject_type, subject_id, args, at, read_at)
            SELECT gen_random_uuid(), {Reviewer.Id}, p.agency_id, 'YourTurn', 'bench:' || n, 'post', p.id, '["第1号通告","初审",""]'::jsonb, now() - n * interval '1 minute',
                   CASE WHEN n > 80 THEN now() END
            FROM generate_series(1, {Notices}) n JOIN LATERAL (SELECT id, agency_id FROM posts OFFSET n % 500 LIMIT 1) p ON true
            """, token);
        await db.Database.ExecuteSqlRawAsync("ANALYZE", token);
    }

    private static Article Of(string title, string html, Guid cover) => new(title, "临江公安", "绕行路线和时间", html, null, cover, true, false);

    private static string Body(List<MediaRow> pictures)
    {
        var html = new StringBuilder();
        var written = 0;
        for (var paragraph = 0; written < Characters / 2; paragraph++)
        {
            var text = string.Concat(Enumerable.Range(paragraph, 4).Select(number => _sentences[number % _sentences.Length]));
            written += text.Length;
            html.Append("<p>").Append(text).Append("</p>");
            if (paragraph % 4 == 0 && paragraph / 4 < pictures.Count)
                html.Append(CultureInfo.InvariantCulture, $"<p><img src=\"/media/{pictures[paragraph / 4].Id}\" alt=\"路线图{paragraph / 4}\"></p>");
        }

        return html.ToString();
    }

    private async Task<PostVersion> CreateAsync(ServiceProvider services, IReadOnlyList<Article> articles, CancellationToken token)
    {
        var created = await services.GetRequiredService<CreatePost>().ExecuteAsync(Editor, new PostDraft(AccountId, Channel.Publish, null, articles), SaveMode.Complete, token);
        return created.Succeeded ? created.Value : throw new InvalidOperationException(string.Join(' ', created.Errors.Select(error => error.Code)));
    }
}
