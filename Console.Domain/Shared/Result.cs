namespace GovAccountConsole.Domain.Shared;

/// <summary>The outcome of an act that a person may be refused: success, or every reason against it at once.</summary>
public class Result
{
    private protected Result(IReadOnlyList<Error> errors) => Errors = errors;

    /// <summary>The act was done.</summary>
    public static Result Success { get; } = new([]);

    /// <summary>Every reason against the act; empty on success.</summary>
    public IReadOnlyList<Error> Errors { get; }

    /// <summary>Whether the act was done.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>The first reason; only where <see cref="Succeeded"/> is false.</summary>
    public Error Error => Errors[0];

    /// <summary>Refuses with all <paramref name="errors"/>, or succeeds when there are none.</summary>
    public static Result From(IReadOnlyList<Error> errors) => errors.Count == 0 ? Success : new(errors);

    /// <summary>Refuses with one reason.</summary>
    public static implicit operator Result(Error error) => new([error]);

    /// <summary>Refuses with one reason.</summary>
    public static Result FromError(Error error) => error;
}

/// <summary>A <see cref="Result"/> that carries a value on success.</summary>
public sealed class Result<T> : Result
{
    private readonly T? _value;

    private Result(T value)
        : base([]) => _value = value;

    private Result(IReadOnlyList<Error> errors)
        : base(errors)
    {
    }

    /// <summary>The value; only where <see cref="Result.Succeeded"/> is true.</summary>
    public T Value => Succeeded ? _value! : throw new InvalidOperationException($"Refused: {Error.Code}");

    /// <summary>The same outcome with the value turned into another.</summary>
    public Result<TOther> Map<TOther>(Func<T, TOther> turn) => Succeeded ? turn(Value) : Result<TOther>.Refuse(Errors);

    /// <summary>Succeeds with <paramref name="value"/>; for interfaces, which the implicit conversion cannot take.</summary>
    public static Result<T> Of(T value) => new(value);

    /// <summary>Refuses with all <paramref name="errors"/>; there must be at least one.</summary>
    public static Result<T> Refuse(IReadOnlyList<Error> errors) => errors.Count > 0
        ? new(errors)
        : throw new ArgumentException("A refusal needs a reason.", nameof(errors));

    /// <summary>Succeeds with <paramref name="value"/>.</summary>
    public static implicit operator Result<T>(T value) => new(value);

    /// <summary>Refuses with one reason.</summary>
    public static implicit operator Result<T>(Error error) => new([error]);
}
