using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure;

/// <summary>Finds use cases (one public <c>ExecuteAsync</c>) and queries (<c>…Queries</c>): stateless classes that work through <see cref="Work"/>.</summary>
public static class UseCases
{
    /// <summary>All use case and query classes of this assembly.</summary>
    public static IEnumerable<Type> AllTypes() => typeof(UseCases).Assembly.GetTypes().Where(type =>
        type is { IsClass: true, IsAbstract: false, IsPublic: true } && (IsUseCase(type) || type.Name.EndsWith("Queries", StringComparison.Ordinal)));

    /// <summary>Whether a class is a use case: it has a public <c>ExecuteAsync</c> of its own.</summary>
    public static bool IsUseCase(Type type) => type.GetMethod("ExecuteAsync") is { IsStatic: false } method && method.DeclaringType == type;
}
