using System.Text;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Checks;
using GovAccountConsole.Infrastructure.Checks.Lists;
using GovAccountConsole.Infrastructure.Data.Seeding;
using GovAccountConsole.Infrastructure.Data.Seeding.Rules;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Database.Checks;

public sealed class Maintaining_lists(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Header = "要找的词,改成,类别,程度,理由,来源,生效日期,失效日期\r\n";
    private SmallMatrix _matrix = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _matrix = await Once.MatrixAsync(database);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_changed_entry_makes_a_version_holds_at_once_and_leaves_the_earlier_one_readable()
    {
        var saved = await Save(null, Word("甲误", "甲正"));
        Assert.Equal("甲正", (await Found("这里有甲误")).Fix);
        var changed = await Save(saved.Value, Word("甲误", "甲对"));
        Assert.True(changed.Succeeded);
        var finding = await Found("这里有甲误");
        Assert.Equal("甲对", finding.Fix);

        var queries = database.Get<WordQueries>();
        var now = finding.Entry!.Version;
        Assert.Equal(["甲对"], await Rights(now));
        Assert.Equal(["甲正"], await Rights(now - 1));
        var versions = (await database.Get<RuleListQueries>().StateAsync(_matrix.Editor, RuleListKind.Words, 2, Token)).Versions;
        Assert.Equal([(now, "何立明", 1, 1), (now - 1, "何立明", 1, 0)], versions.Select(row => (row.Number, row.By, row.Added, row.Removed)));

        Assert.True((await database.Get<RemoveWord>().ExecuteAsync(_matrix.Administrator, changed.Value, Token)).Succeeded);
        Assert.Empty(await Rights(now + 1));

        async Task<string?[]> Rights(int version) =>
            [.. (await queries.ListAsync(_matrix.Editor, new WordFilter(Query: "甲误", Version: version), null, 10, Token)).Items.Select(row => row.Rule.Right)];
    }

    [Fact]
    public async Task Only_who_maintains_the_rules_of_the_whole_matrix_changes_them()
    {
        Assert.Equal(Error.Forbidden, (await database.Get<SaveWord>().ExecuteAsync(_matrix.Editor, null, Word("乙误", "乙正"), Token)).Error);
        Assert.Equal(Error.Forbidden, (await database.Get<SaveWord>().ExecuteAsync(_matrix.Auditor, null, Word("乙误", "乙正"), Token)).Error);
        Assert.False((await database.Get<RuleListQueries>().StateAsync(_matrix.FinalReviewer, RuleListKind.Words, 1, Token)).MayManage);
    }

    [Fact]
    public async Task An_entry_is_refused_with_every_reason_and_never_twice()
    {
        var refused = await Save(null, new WordRule(WordKind.Typo, "", null, CheckLevel.Off, "", "", new DateOnly(2026, 2, 1), new DateOnly(2026, 1, 1)));
        Assert.Equal(["wrong", "right", "level", "source", "until"], refused.Errors.Select(error => error.Field));
        Assert.True((await Save(null, Word("丙误", "丙正"))).Succeeded);
        Assert.Equal("entry-twice", (await Save(null, Word("丙误", "丙对"))).Error.Code);
    }

    [Fact]
    public async Task A_file_with_a_bad_row_names_every_bad_cell_and_writes_nothing()
    {
        var before = (await database.Get<RuleListQueries>().StateAsync(_matrix.Editor, RuleListKind.Words, 1, Token)).Number;
        var file = Encoding.UTF8.GetBytes(Header + "丁误,丁正,错别字,建议,,辞书,2026-01-01,\r\n,无词,错别字,建议,,辞书,,\r\n戊误,戊正,胡写,建议,,辞书,去年,\r\n丁误,丁对,错别字,建议,,辞书,,\r\n");

        var outcome = await Import("词.csv", file, ListImportMode.Merge);

        Assert.False(outcome.Written);
        Assert.Equal([(3, "要找的词"), (4, "类别"), (4, "生效日期"), (5, "要找的词")], outcome.Rejected.Select(cell => (cell.Row, cell.Column)));
        Assert.Equal(before, (await database.Get<RuleListQueries>().StateAsync(_matrix.Editor, RuleListKind.Words, 1, Token)).Number);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task What_is_exported_comes_in_again_unchanged(string format)
    {
        await Save(null, new WordRule(WordKind.Forbidden, $"=危险{format}", "\"引号\",逗号", CheckLevel.Must, "理由\n两行", "来源", new DateOnly(2026, 1, 2), new DateOnly(2026, 12, 31)));
        await Save(null, new WordRule(WordKind.Stock, $"删去{format}", string.Empty, CheckLevel.Advice, "", "来源"));
        var file = await database.Get<WordQueries>().ExportAsync(_matrix.Editor, format, null, Token);

        var outcome = await Import("词." + file.Ending, file.Bytes, ListImportMode.Replace);

        Assert.Empty(outcome.Rejected);
        Assert.Equal((0, 0, 0, outcome.Present, false), (outcome.Added, outcome.Changed, outcome.Removed, outcome.Unchanged, outcome.Written));
    }

    [Fact]
    public async Task A_preview_writes_nothing_a_merge_takes_over_and_the_next_check_uses_it()
    {
        var file = Encoding.UTF8.GetBytes(Header + "己误,己正,错别字,必须处理,,辞书,,\r\n");
        Assert.Equal((1, false), (await Import("词.csv", file, ListImportMode.Preview) is var seen ? (seen.Added, seen.Written) : default));
        Assert.True((await Import("词.csv", file, ListImportMode.Merge)).Written);
        Assert.Equal(CheckWeight.Must, (await Found("己误")).Weight);
    }

    [Fact]
    public async Task Names_and_titles_are_maintained_the_same_way()
    {
        var saved = await database.Get<SaveOffice>().ExecuteAsync(_matrix.Supervisor, null, new OfficeRule("欧阳慎行", "副市长", "市政府", 5), Token);
        Assert.True(saved.Succeeded);
        Assert.Equal("name-title", (await Found("市长欧阳慎行到场")).Code);
        var file = await database.Get<OfficeQueries>().ExportAsync(_matrix.Editor, "xlsx", null, Token);
        var outcome = await database.Get<ImportOffices>().ExecuteAsync(_matrix.Supervisor, "名单.xlsx", file.Bytes, ListImportMode.Replace, Token);
        Assert.Equal((0, 0, 0), (outcome.Value.Added, outcome.Value.Changed, outcome.Value.Removed));
    }

    [Fact]
    public async Task Official_sites_are_maintained_the_same_way_and_bind_the_next_check()
    {
        var save = database.Get<SaveSite>();
        Assert.Equal(Error.Forbidden, (await save.ExecuteAsync(_matrix.FinalReviewer, null, new SiteRule(SiteKind.Site, "linjiang.cn", "临江", "备案"), Token)).Error);
        Assert.Equal(["address", "name", "source"], (await save.ExecuteAsync(_matrix.Supervisor, null, new SiteRule(SiteKind.MiniProgram, "wx1", "", ""), Token)).Errors.Select(error => error.Field));
        var before = await Source();
        Assert.True((await save.ExecuteAsync(_matrix.Supervisor, null, new SiteRule(SiteKind.Site, "https://Linjiang.cn/index", "临江", "备案"), Token)).Succeeded);
        Assert.Equal("entry-twice", (await save.ExecuteAsync(_matrix.Supervisor, null, new SiteRule(SiteKind.Site, "linjiang.cn", "临江", "备案"), Token)).Error.Code);

        Assert.Equal(("source-unlisted", (string?)null), (before?.Code, (await Source())?.Code));
        Assert.Equal("linjiang.cn", Assert.Single((await database.Get<LinkAllowListQueries>().GetAsync(_matrix.Editor, Token)).Sites));
        var file = await database.Get<SiteQueries>().ExportAsync(_matrix.Editor, "csv", null, Token);
        var outcome = (await database.Get<ImportSites>().ExecuteAsync(_matrix.Supervisor, "官网.csv", file.Bytes, ListImportMode.Replace, Token)).Value;
        Assert.Equal((0, 0, 0, 1), (outcome.Added, outcome.Changed, outcome.Removed, outcome.Unchanged));

        async Task<CheckFinding?> Source() => (await database.Get<CheckQueries>().LookAsync(
            _matrix.Editor, new CheckSubject(null, _matrix.PoliceAccount.Id, [_matrix.Draft().Articles[0] with { SourceUrl = "https://www.linjiang.cn/a" }], null), Token))
            .Findings.SingleOrDefault(finding => finding.Code == "source-unlisted");
    }

    [Fact]
    public async Task A_profile_takes_sectors_over_and_decides_what_holds_a_post_back()
    {
        await using (var db = await database.OpenAsync())
        {
            await SectorCatalogue.EnsureAsync(db, Token);
            await RuleCatalogue.EnsureAsync(db, database.Time.GetUtcNow(), demo: false, Token);
        }

        await using var read = await database.OpenAsync();
        var sector = (await read.Agencies.SingleAsync(agency => agency.Id == _matrix.Police.Id, Token)).SectorCode;
        var levels = new Dictionary<string, CheckLevel>(StringComparer.Ordinal) { ["personal-mobile"] = CheckLevel.Advice };
        var save = database.Get<SaveProfile>();
        Assert.True((await save.ExecuteAsync(_matrix.Supervisor, "party", new ProfileInput(levels, new Dictionary<string, int>(StringComparer.Ordinal), [sector, "police"]), Token)).Succeeded);

        var report = await Look("打 13800001234");
        Assert.Equal(("party", CheckWeight.Advice), (report.Profile, Assert.Single(report.Findings, finding => finding.Code == "personal-mobile").Weight));
        Assert.DoesNotContain("police", (await database.Get<RuleListQueries>().ProfilesAsync(_matrix.Editor, Token)).Single(profile => profile.Code == "police").Sectors);

        var bad = await save.ExecuteAsync(_matrix.Supervisor, "party", new ProfileInput(new Dictionary<string, CheckLevel>(StringComparer.Ordinal) { ["cover-missing"] = CheckLevel.Off }, new Dictionary<string, int>(StringComparer.Ordinal), []), Token);
        Assert.Equal("levels.cover-missing", bad.Error.Field);
        Assert.Equal(Error.Forbidden, (await save.ExecuteAsync(_matrix.Editor, "party", new ProfileInput(levels, new Dictionary<string, int>(StringComparer.Ordinal), []), Token)).Error);
    }

    [Fact]
    public async Task Starting_words_are_put_in_once_and_are_all_in_order()
    {
        Assert.All(RuleCatalogue.Words(), rule => Assert.Empty(WordEntry.Check(rule)));
        Assert.All(RuleCatalogue.DemoOffices(), rule => Assert.Empty(OfficeEntry.Check(rule)));
        await using var db = await database.OpenAsync();
        await RuleCatalogue.EnsureAsync(db, database.Time.GetUtcNow(), demo: false, Token);
        var count = await db.Set<WordEntry>().CountAsync(Token);
        await RuleCatalogue.EnsureAsync(db, database.Time.GetUtcNow(), demo: false, Token);
        Assert.Equal(count, await db.Set<WordEntry>().CountAsync(Token));
    }

    private static WordRule Word(string wrong, string right) => new(WordKind.Typo, wrong, right, CheckLevel.Must, "理由", "辞书");

    private Task<Result<Guid>> Save(Guid? id, WordRule rule) => database.Get<SaveWord>().ExecuteAsync(_matrix.Supervisor, id, rule, Token);

    private async Task<ListOutcome> Import(string name, byte[] bytes, ListImportMode mode) =>
        (await database.Get<ImportWords>().ExecuteAsync(_matrix.Supervisor, name, bytes, mode, Token)).Value;

    private Task<CheckReport> Look(string text) => database.Get<CheckQueries>().LookAsync(
        _matrix.Editor, new CheckSubject(null, _matrix.PoliceAccount.Id, _matrix.Draft(html: $"<p>{text}。</p>").Articles, null), Token);

    private async Task<CheckFinding> Found(string text) => Assert.Single((await Look(text)).Findings, finding => finding.Entry is not null);
}
