using GovAccountConsole.Domain.Templates;
using GovAccountConsole.Infrastructure.Data.Seeding.Rules;
using GovAccountConsole.Infrastructure.Templates;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Database.Templates;

public sealed class Starting_templates(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_matrix_without_templates_gets_the_shared_ones_once_and_the_departments_changes_stay()
    {
        await using var db = await database.OpenAsync();
        await TemplateCatalogue.EnsureAsync(db, database.Time.GetUtcNow(), Token);
        Assert.Empty(await db.Set<PostTemplate>().ToListAsync(Token));

        var matrix = await Once.MatrixAsync(database);
        await TemplateCatalogue.EnsureAsync(db, database.Time.GetUtcNow(), Token);
        var begun = await database.Get<TemplateQueries>().ListAsync(matrix.Editor, Token);
        Assert.Equal(["guide", "recruit", "report", "rumour", "tip", "water-outage"], begun.Select(row => row.Template.Key).Order(StringComparer.Ordinal));
        Assert.All(begun, row => Assert.True(row.Owner.IsTop));

        var report = begun.Single(row => row.Template.Key == "report").Template;
        Assert.True((await database.Get<RetireTemplate>().ExecuteAsync(matrix.Supervisor, report.Id, Token)).Succeeded);
        await TemplateCatalogue.EnsureAsync(db, database.Time.GetUtcNow(), Token);

        var later = await database.Get<TemplateQueries>().ListAsync(matrix.Editor, Token);
        Assert.Equal(begun.Count, later.Count);
        Assert.NotNull(later.Single(row => row.Template.Id == report.Id).Template.RetiredAt);
    }
}
