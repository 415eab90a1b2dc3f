using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;

namespace GovAccountConsole.Tests.Architecture;

/// <summary>
/// What a type uses: the members and types its declarations and the code of its methods refer to, lambdas and state machines included.
/// Read from metadata and IL by reflection alone.
/// </summary>
public static class CodeUse
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    private static readonly ConcurrentDictionary<Type, IReadOnlySet<MemberInfo>> Known = new();

    /// <summary>Every member and type that <paramref name="type"/> refers to.</summary>
    public static IReadOnlySet<MemberInfo> Of(Type type) => Known.GetOrAdd(type, Read);

    /// <summary>The types among the uses, and the types whose members are used.</summary>
    public static IEnumerable<Type> TypesUsedBy(Type type) => Of(type)
        .SelectMany(member => member switch
        {
            Type used => Parts(used),
            MethodInfo method => Parts(method.DeclaringType).Concat(Parts(method.ReturnType)).Concat(method.IsGenericMethod ? method.GetGenericArguments().SelectMany(Parts) : []),
            _ => Parts(member.DeclaringType),
        })
        .Distinct();

    /// <summary>The type a person wrote: lambdas, iterators and async methods live in types the compiler nested into it.</summary>
    public static Type Written(Type type)
    {
        while (type.DeclaringType is { } outer && type.Name.Contains('<', StringComparison.Ordinal))
            type = outer;
        return type;
    }

    private static HashSet<MemberInfo> Read(Type type)
    {
        var uses = new HashSet<MemberInfo>();
        AddType(uses, type.BaseType);
        foreach (var implemented in type.GetInterfaces())
            AddType(uses, implemented);
        foreach (var field in type.GetFields(Everything))
            AddType(uses, field.FieldType);
        foreach (var attribute in type.GetCustomAttributesData())
            AddType(uses, attribute.AttributeType);
        foreach (var method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
        {
            foreach (var parameter in method.GetParameters())
                AddType(uses, parameter.ParameterType);
            AddType(uses, (method as MethodInfo)?.ReturnType);
            AddBody(uses, method);
        }

        return uses;
    }

    private static void AddBody(HashSet<MemberInfo> uses, MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
            return;
        foreach (var local in body.LocalVariables)
            AddType(uses, local.LocalType);
        var code = body.GetILAsByteArray() ?? [];
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            short value = code[at++];
            if (value == 0xfe)
                value = (short)(0xfe00 | code[at++]);
            var operand = OpCodesByValue[value].OperandType;
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok
                && method.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments) is { } member)
            {
                uses.Add(member);
            }

            at += Size(operand, code, at);
        }
    }

    private static int Size(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static void AddType(HashSet<MemberInfo> uses, Type? type)
    {
        if (type is not null)
            uses.Add(type);
    }

    private static IEnumerable<Type> Parts(Type? type)
    {
        if (type is null)
            yield break;
        if (type.HasElementType)
        {
            foreach (var part in Parts(type.GetElementType()))
                yield return part;
            yield break;
        }

        yield return type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        foreach (var argument in type.IsGenericType ? type.GetGenericArguments() : [])
        {
            foreach (var part in Parts(argument))
                yield return part;
        }
    }
}
