using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GovAccountConsole.Tests.Architecture;

/// <summary>The rules of docs/architecture.md that a machine can hold us to. Each answers with its violations, so that bad samples can prove it able to fail.</summary>
public static class Rules
{
    private static readonly string[] DatabaseNamespaces = ["Microsoft.EntityFrameworkCore", "Npgsql"];

    private static readonly string[] RawSql = ["IgnoreQueryFilters", "FromSql", "SqlQuery", "ExecuteSql"];

    /// <summary>Rule 1, as built: the domain refers to nothing but the runtime.</summary>
    public static IEnumerable<string> ReferencesOutsideTheRuntime(Assembly assembly) =>
        from reference in assembly.GetReferencedAssemblies()
        where !reference.Name!.StartsWith("System.", StringComparison.Ordinal) && reference.Name is not ("System" or "netstandard" or "mscorlib")
        select $"{assembly.GetName().Name} refers to {reference.Name}";

    /// <summary>Rule 1, as declared: metadata leaves out references that are not used yet.</summary>
    public static IEnumerable<string> DeclaredReferences(XDocument project) =>
        from element in project.Descendants()
        where element.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference" or "Reference"
        select $"{element.Name.LocalName} {element.Attribute("Include")?.Value}";

    /// <summary>Rule 2: pages and endpoints reach the database through use cases and queries only.</summary>
    public static IEnumerable<string> DatabaseUse(IEnumerable<Type> types) =>
        from type in types
        let written = CodeUse.Written(type)
        where written.Namespace is { } place && !IsWithin(place, "GovAccountConsole.Web.Startup")
        from used in CodeUse.TypesUsedBy(type)
        where used == typeof(ConsoleDb) || DatabaseNamespaces.Any(name => used.Namespace is { } origin && IsWithin(origin, name))
        select $"{written.FullName} uses {used.FullName}";

    /// <summary>Rule 3: a use case is one stateless act of an actor.</summary>
    public static IEnumerable<string> UseCaseShape(IEnumerable<Type> types)
    {
        foreach (var type in types.Where(type => type is { IsClass: true, IsAbstract: false } && type.GetMethods().Any(method => method.Name == "ExecuteAsync" && method.DeclaringType == type)))
        {
            if (!type.IsSealed || !type.IsPublic)
                yield return $"{type.FullName} is not public and sealed";

            var methods = type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);
            if (methods is not [{ Name: "ExecuteAsync" } execute])
            {
                yield return $"{type.FullName} has public methods besides one ExecuteAsync";
                continue;
            }

            var parameters = execute.GetParameters();
            if (parameters.Length < 2 || parameters[0].ParameterType != typeof(Actor) || parameters[^1].ParameterType != typeof(CancellationToken))
                yield return $"{type.FullName}.ExecuteAsync does not begin with an Actor and end with a CancellationToken";

            foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            {
                // What a primary constructor took is kept in a compiler-made field that nothing can assign by accident of state.
                var captured = field.IsDefined(typeof(CompilerGeneratedAttribute)) && field.Name.EndsWith(">P", StringComparison.Ordinal);
                if (field is { IsInitOnly: false, IsLiteral: false } && !captured)
                    yield return $"{type.FullName} keeps state in {field.Name}";
            }
        }
    }

    /// <summary>Rule 4: acting for the whole matrix, and reading past the scope filter, only where the list says why.</summary>
    public static IEnumerable<string> UnscopedAccess(IEnumerable<Type> types, IReadOnlyDictionary<string, string> allowed)
    {
        foreach (var type in types)
        {
            var written = CodeUse.Written(type);
            if (written == typeof(Work) || allowed.ContainsKey(written.FullName!))
                continue;
            foreach (var member in CodeUse.Of(type).OfType<MethodBase>())
            {
                var asSystem = member.DeclaringType == typeof(Work) && member.Name is nameof(Work.AsSystemAsync) or nameof(Work.WholeMatrixAsync);
                if (asSystem && !IsWithin(written.Namespace ?? "", "GovAccountConsole.Infrastructure.Jobs"))
                    yield return $"{written.FullName} calls Work.{member.Name}";
                if (RawSql.Any(name => member.Name.StartsWith(name, StringComparison.Ordinal))
                    && member.DeclaringType?.Namespace?.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) == true)
                {
                    yield return $"{written.FullName} calls {member.Name}";
                }
            }
        }
    }

    /// <summary>Rule 5: every mapped entity has the scope filter, or a reason not to.</summary>
    public static IEnumerable<string> UnscopedEntities(IModel model, IReadOnlyDictionary<Type, string> allowed) =>
        from entity in model.GetEntityTypes()
        where !entity.IsOwned() && !allowed.ContainsKey(entity.ClrType)
        where entity.GetDeclaredQueryFilters().All(filter => filter.Key != ConsoleDb.ScopeFilter)
        select $"{entity.ClrType.FullName} has no scope filter";

    private static bool IsWithin(string place, string parent) =>
        place == parent || place.StartsWith(parent + ".", StringComparison.Ordinal);
}
