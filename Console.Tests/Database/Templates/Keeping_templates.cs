using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Domain.Templates;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Templates;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Database.Templates;

/// <summary>Who keeps which templates, and what they hold a post to.</summary>
public sealed class Keeping_templates(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private SmallMatrix _matrix = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _matrix = await Once.MatrixAsync(database);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_agency_keeps_its_own_templates_and_the_department_keeps_all()
    {
        var shared = await Made(_matrix.Supervisor, _matrix.Department.Id);
        var own = await Made(_matrix.FinalReviewer, null);
        Assert.Equal(_matrix.Police.Id, (await Row(_matrix.FinalReviewer, own.Id))!.Owner.AgencyId);

        Assert.Equal(Error.Forbidden, (await Change(_matrix.FinalReviewer, shared.Id, shared.Version)).Error);
        Assert.Equal(Error.NotFound, (await Create(_matrix.FinalReviewer, _matrix.Department.Id)).Error);
        Assert.Equal(Error.NotFound, (await Create(_matrix.FinalReviewer, _matrix.Court.Id)).Error);
        Assert.Equal(Error.Forbidden, (await Create(_matrix.Editor, _matrix.Police.Id)).Error);
        Assert.Equal(Error.Forbidden, (await Create(_matrix.Auditor, null)).Error);
        Assert.Equal(Error.Forbidden, (await database.Get<RetireTemplate>().ExecuteAsync(_matrix.Editor, own.Id, Token)).Error);
        Assert.Equal(Error.NotFound, (await Change(_matrix.CourtEditor, own.Id, own.Version)).Error);

        Assert.True((await Change(_matrix.Supervisor, own.Id, own.Version)).Succeeded);
        Assert.Equal((true, false), ((await Row(_matrix.FinalReviewer, own.Id))!.MayChange, (await Row(_matrix.FinalReviewer, shared.Id))!.MayChange));
        Assert.Null(await Row(_matrix.CourtEditor, own.Id));
        Assert.DoesNotContain(await Usable(_matrix.CourtEditor, _matrix.CourtAccount.Id), template => template.Id == own.Id);
        Assert.Contains(await Usable(_matrix.Editor, _matrix.TrafficAccount.Id), template => template.Id == own.Id);
        Assert.Contains(await Usable(_matrix.CourtEditor, _matrix.CourtAccount.Id), template => template.Id == shared.Id);
        Assert.Equal([_matrix.Police.Id, _matrix.Traffic.Id], (await database.Get<TemplateQueries>().OwnersAsync(_matrix.FinalReviewer, 10, Token)).Select(owner => owner.AgencyId));
    }

    [Fact]
    public async Task A_change_over_somebody_elses_is_refused_and_everything_is_audited()
    {
        var made = await Made(_matrix.Supervisor, null);
        Assert.True((await Change(_matrix.Administrator, made.Id, made.Version)).Succeeded);

        Assert.Equal(Error.Stale, (await Change(_matrix.Supervisor, made.Id, made.Version)).Error);
        Assert.Equal(TemplateErrors.KeyTaken, (await database.Get<CreateTemplate>().ExecuteAsync(_matrix.Supervisor, null, (await Row(_matrix.Editor, made.Id))!.Template.Key, Text(), Token)).Error);
        Assert.True((await database.Get<RetireTemplate>().ExecuteAsync(_matrix.Supervisor, made.Id, Token)).Succeeded);

        await using var db = await database.OpenAsync();
        Assert.Equal(
            [("templateCreated", _matrix.Supervisor.Id), ("templateChanged", _matrix.Administrator.Id), ("templateRetired", _matrix.Supervisor.Id)],
            (await db.Audit.Where(entry => entry.SubjectId == made.Id).OrderBy(entry => entry.Id).ToListAsync(Token)).Select(entry => (entry.Action, entry.ById)));
    }

    [Fact]
    public async Task A_post_is_held_to_the_version_it_was_begun_with()
    {
        var made = await Made(_matrix.FinalReviewer, null);
        var key = (await Row(_matrix.Editor, made.Id))!.Template.Key;
        var draft = _matrix.Draft(html: "<p>停水时间：〔停水时间〕</p><p>12 月检修</p>") with { TemplateKey = key };
        var post = (await database.Get<CreatePost>().ExecuteAsync(_matrix.Editor, draft, SaveMode.Complete, Token)).Value;

        var refused = await database.Get<SubmitPost>().ExecuteAsync(_matrix.Editor, post.Id, null, Token);
        Assert.Equal(["template-field-missing"], refused.Errors.Select(error => error.Code).Distinct());

        // The next version asks for more; this post was not begun with it.
        var next = Text() with { ContentHtml = "<p>停水时间：〔停水时间〕</p><p>恢复时间：〔恢复时间〕</p>", Fields = [new("when", "停水时间", FieldKind.When, true), new("back", "恢复时间", FieldKind.When, true)] };
        Assert.True((await database.Get<ChangeTemplate>().ExecuteAsync(_matrix.FinalReviewer, made.Id, made.Version, next, Token)).Succeeded);
        Assert.True((await database.Get<RetireTemplate>().ExecuteAsync(_matrix.FinalReviewer, made.Id, Token)).Succeeded);
        var told = draft with { Articles = [draft.Articles[0] with { ContentHtml = "<p>停水时间：12月3日（星期四）上午9:00</p><p>检修。</p>" }] };
        Assert.True((await database.Get<SaveDraft>().ExecuteAsync(_matrix.Editor, post.Id, post.Version, told, SaveMode.Complete, Token)).Succeeded);
        var submitted = await database.Get<SubmitPost>().ExecuteAsync(_matrix.Editor, post.Id, null, Token);
        Assert.True(submitted.Succeeded, string.Join(' ', submitted.Errors.Select(error => error.Code + " " + string.Join('/', error.Args))));

        Assert.Equal(TemplateErrors.Unknown, (await database.Get<CreatePost>().ExecuteAsync(_matrix.Editor, draft, SaveMode.Complete, Token)).Error);
    }

    [Fact]
    public async Task What_the_platform_would_drop_is_not_kept_in_a_template()
    {
        var input = Text() with { ContentHtml = "<section data-block=\"notice\"><p onclick=\"x()\">停水时间：〔停水时间〕<script>alert(1)</script></p></section>" };
        var made = (await database.Get<CreateTemplate>().ExecuteAsync(_matrix.Supervisor, null, null, input, Token)).Value;

        var body = (await Row(_matrix.Supervisor, made.Id))!.Template.Current.Body;

        Assert.Contains("<section style=", body, StringComparison.Ordinal);
        Assert.DoesNotContain("script", body, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", body, StringComparison.Ordinal);
        Assert.Equal("too-long", (await database.Get<CreateTemplate>().ExecuteAsync(_matrix.Supervisor, null, null, Text() with { ContentHtml = new string('水', TemplateRules.BodyLimit + 1), Fields = [] }, Token)).Error.Code);
    }

    private static TemplateInput Text() =>
        new("停水", "什么时候停", "停水", "停水通知", null, "<p>停水时间：〔停水时间〕</p>", [new TemplateField(string.Empty, "停水时间", FieldKind.When, true)]);

    private Task<Result<TemplateStamp>> Create(Actor actor, Guid? agency) => database.Get<CreateTemplate>().ExecuteAsync(actor, agency, null, Text(), Token);

    private async Task<TemplateStamp> Made(Actor actor, Guid? agency) => (await Create(actor, agency)).Value;

    private Task<Result<TemplateStamp>> Change(Actor actor, Guid id, uint version) => database.Get<ChangeTemplate>().ExecuteAsync(actor, id, version, Text() with { Name = "停水通知" }, Token);

    private Task<TemplateRow?> Row(Actor actor, Guid id) => database.Get<TemplateQueries>().GetAsync(actor, id, Token);

    private Task<IReadOnlyList<PostTemplate>> Usable(Actor actor, Guid account) => database.Get<TemplateQueries>().ForAccountAsync(actor, account, Token);
}
