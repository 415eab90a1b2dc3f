using System.Xml.Linq;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Tests.Architecture.BadSamples;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Architecture;

/// <summary>The code keeps the rules, and each rule is shown to catch its bad sample.</summary>
public sealed class RulesTests
{
    private static readonly Type[] BadTypes = [.. typeof(RulesTests).Assembly.GetTypes().Where(type => type.Namespace == typeof(BadUseCase).Namespace)];

    private static IEnumerable<Type> InfrastructureTypes => typeof(ConsoleDb).Assembly.GetTypes();

    private static IEnumerable<Type> WebTypes => typeof(Program).Assembly.GetTypes();

    [Fact]
    public void The_domain_refers_to_nothing_but_the_runtime()
    {
        AssertNone(Rules.ReferencesOutsideTheRuntime(typeof(Actor).Assembly));
        AssertNone(Rules.DeclaredReferences(XDocument.Load(Repository.File("Console.Domain/Console.Domain.csproj"))));
    }

    [Fact]
    public void The_domain_rule_catches_references()
    {
        Assert.NotEmpty(Rules.ReferencesOutsideTheRuntime(typeof(ConsoleDb).Assembly));
        Assert.Single(Rules.DeclaredReferences(XDocument.Parse("""<Project><ItemGroup><PackageReference Include="Dapper" /></ItemGroup></Project>""")));
    }

    [Fact]
    public void Pages_and_endpoints_reach_the_database_through_use_cases_and_queries() => AssertNone(Rules.DatabaseUse(WebTypes));

    [Fact]
    public void The_database_rule_catches_a_context_in_the_wrong_place() =>
        Assert.Contains(Rules.DatabaseUse(BadTypes), line => line.Contains("BadUseCase uses GovAccountConsole.Infrastructure.Data.ConsoleDb", StringComparison.Ordinal));

    [Fact]
    public void Use_cases_are_one_stateless_act_of_an_actor() => AssertNone(Rules.UseCaseShape(InfrastructureTypes));

    [Theory]
    [InlineData("BadUseCase is not public and sealed")]
    [InlineData("BadUseCase has public methods besides")]
    [InlineData("BadStatefulUseCase keeps state in _calls")]
    public void The_use_case_rule_catches(string violation) =>
        Assert.Contains(Rules.UseCaseShape(BadTypes), line => line.Contains(violation, StringComparison.Ordinal));

    [Fact]
    public void The_scope_is_passed_by_only_where_a_reason_is_given() =>
        AssertNone(Rules.UnscopedAccess(InfrastructureTypes.Concat(WebTypes), Exceptions.UnscopedAccess));

    [Theory]
    [InlineData("BadUseCase calls Work.AsSystemAsync")]
    [InlineData("BadUseCase calls IgnoreQueryFilters")]
    public void The_scope_rule_catches(string violation) =>
        Assert.Contains(Rules.UnscopedAccess(BadTypes, Exceptions.UnscopedAccess), line => line.Contains(violation, StringComparison.Ordinal));

    [Fact]
    public void Every_entity_has_the_scope_filter_or_a_reason_not_to()
    {
        using var db = new DesignTimeConsoleDb().CreateDbContext([]);
        AssertNone(Rules.UnscopedEntities(db.Model, Exceptions.UnscopedEntities));
    }

    [Fact]
    public void The_filter_rule_catches_an_open_entity()
    {
        using var db = new BadDb();
        Assert.Single(Rules.UnscopedEntities(db.Model, Exceptions.UnscopedEntities));
    }

    [Fact]
    public void Exceptions_name_what_exists()
    {
        var known = InfrastructureTypes.Concat(WebTypes).Select(type => type.FullName).ToHashSet(StringComparer.Ordinal);
        AssertNone(Exceptions.UnscopedAccess.Keys.Where(name => !known.Contains(name)));
    }

    private static void AssertNone(IEnumerable<string> violations) =>
        Assert.False(violations.Any(), string.Join(Environment.NewLine, violations.Distinct().Order()));
}
