<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username") displayInfo=true; section>
  <#if section == "header">
    ${msg("emailForgotTitle")}
  <#elseif section == "form">
    <p>${msg(realm.duplicateEmailsAllowed?then("emailInstructionUsername", "emailInstruction"))}</p>
    <form id="kc-reset-password-form" action="${url.loginAction}" method="post" novalidate>
      <@field.input name="username" label=msg(realm.registrationEmailAsUsername?then("email", "usernameOrEmail"))
          value=auth.attemptedUsername!"" autocomplete="username" focus=true dir="ltr" autocapitalize="none" spellcheck="false"/>
      <@field.send label="doSubmit"/>
    </form>
  <#elseif section == "info">
    <p><a href="${url.loginUrl}">${msg("backToLogin")}</a></p>
  </#if>
</@layout.registrationLayout>
